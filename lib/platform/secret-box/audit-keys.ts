import { createSecretKey, hkdfSync, type KeyObject } from "node:crypto";
import { env, requireSetting } from "@/lib/platform/env";
import { parseKeys } from "@/lib/platform/secret-box/key-list";

/** The id of the key that is derived from `NEXTAUTH_SECRET`, for installations without `AUDIT_KEYS`. */
export const derivedKeyId = "session";

export type AuditKey = { id: string; key: KeyObject };

/**
 * The keys of the audit log, read on first use. The first one signs what is new; the others only verify. Logs that are
 * older than `AUDIT_KEYS` are signed with a key that is derived from `NEXTAUTH_SECRET`, so this is always among them.
 * @throws {SettingError} when a setting is missing or malformed.
 */
export function auditKeys(): readonly [AuditKey, ...AuditKey[]] {
  known ??= readKeys();
  return known;
}

let known: readonly [AuditKey, ...AuditKey[]] | undefined;

function readKeys(): readonly [AuditKey, ...AuditKey[]] {
  const text = env().AUDIT_KEYS;
  const given = text === undefined ? new Map<string, KeyObject>() : parseKeys("AUDIT_KEYS", text);
  const derived = {
    id: derivedKeyId,
    key: createSecretKey(derivedAuditKey(requireSetting("NEXTAUTH_SECRET"))),
  };
  const keys = [...given].map(([id, key]) => ({ id, key }));
  const [first, ...others] = given.has(derivedKeyId) ? keys : [...keys, derived];
  return first ? [first, ...others] : [derived];
}

/** 32 bytes, always the same for the same secret. */
export function derivedAuditKey(secret: string): Buffer {
  return Buffer.from(hkdfSync("sha256", secret, "", "cobro audit chain 1", 32));
}
