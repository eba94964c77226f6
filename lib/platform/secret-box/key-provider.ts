import type { KeyObject } from "node:crypto";
import { fail, ok, type Result } from "@/lib/core/result";
import { requireSetting, SettingError } from "@/lib/platform/env";
import { decryptBytes, encryptBytes } from "@/lib/platform/secret-box/gcm";
import { parseKeys } from "@/lib/platform/secret-box/key-list";

/** `unknown_master_key`: the master key was removed too early, or the row is from another installation. */
export type DecryptFailure = { code: "unknown_master_key" | "unreadable" };

/**
 * Holds the master keys. A cloud KMS could implement this: it wraps and unwraps data keys and never reveals its own.
 */
export interface KeyProvider {
  /** The master key that encrypts; the others only decrypt. */
  readonly activeKeyId: string;
  /** Encrypts a data key with the active master key. */
  wrap(dataKey: Uint8Array, aad: Uint8Array): Promise<Uint8Array>;
  unwrap(keyId: string, wrapped: Uint8Array, aad: Uint8Array): Promise<Result<Uint8Array, DecryptFailure>>;
}

/**
 * Master keys from the text of `ENCRYPTION_KEYS`: `id:base64,…`, 32 bytes each; the first one encrypts.
 * @throws {SettingError} that names a bad entry by its position and does not repeat it.
 */
export function keyProviderFromSetting(text: string): KeyProvider {
  return localKeys(parseKeys("ENCRYPTION_KEYS", text));
}

/**
 * The installation's master keys, read on first use.
 * @throws {SettingError} when `ENCRYPTION_KEYS` is missing or malformed.
 */
export function keyProvider(): KeyProvider {
  provider ??= keyProviderFromSetting(requireSetting("ENCRYPTION_KEYS"));
  return provider;
}

let provider: KeyProvider | undefined;

function localKeys(keys: ReadonlyMap<string, KeyObject>): KeyProvider {
  const [active] = keys;
  if (active === undefined) throw new SettingError("ENCRYPTION_KEYS: holds no key");
  const [activeKeyId, activeKey] = active;
  return {
    activeKeyId,
    wrap: async (dataKey, aad) => encryptBytes(activeKey, dataKey, aad),
    unwrap: async (keyId, wrapped, aad) => {
      const key = keys.get(keyId);
      if (key === undefined) return fail({ code: "unknown_master_key" });
      const dataKey = decryptBytes(key, wrapped, aad);
      return dataKey === null ? fail({ code: "unreadable" }) : ok(dataKey);
    },
  };
}
