import { createSecretKey, type KeyObject } from "node:crypto";
import { fail, ok, type Result } from "@/lib/core/result";
import { requireSetting, SettingError } from "@/lib/platform/env";
import { masterKeyIdPattern } from "@/lib/platform/secret-box/envelope";
import { decryptBytes, encryptBytes } from "@/lib/platform/secret-box/gcm";

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
  const keys = new Map<string, KeyObject>();
  for (const [index, entry] of text.split(",").entries()) {
    const { id, key } = parseEntry(entry.trim(), index + 1);
    if (keys.has(id)) refuse(index + 1, "repeats an earlier id");
    keys.set(id, key);
  }
  return localKeys(keys);
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

function parseEntry(entry: string, place: number): { id: string; key: KeyObject } {
  const colon = entry.indexOf(":");
  const id = entry.slice(0, Math.max(colon, 0));
  if (!masterKeyIdPattern.test(id)) refuse(place, "must be id:base64, the id of 1 to 32 of a-z, 0-9 and -");
  const base64 = entry.slice(colon + 1);
  const bytes = Buffer.from(base64, "base64");
  // Node ignores characters that are not base64; encoding the bytes again shows whether there were any.
  if (bytes.toString("base64") !== base64) refuse(place, "must be standard base64 after the id");
  if (bytes.length !== 32) refuse(place, "must hold exactly 32 bytes");
  const key = createSecretKey(bytes);
  bytes.fill(0);
  return { id, key };
}

function refuse(place: number, why: string): never {
  throw new SettingError(`ENCRYPTION_KEYS: key ${place} ${why}`);
}

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
