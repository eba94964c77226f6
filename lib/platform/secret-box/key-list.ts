import { createSecretKey, type KeyObject } from "node:crypto";
import { SettingError } from "@/lib/platform/env";
import { masterKeyIdPattern } from "@/lib/platform/secret-box/envelope";

/** A setting that holds several keys. */
type KeySetting = "ENCRYPTION_KEYS" | "AUDIT_KEYS";

/**
 * Keys by their ids, from the text of a setting: `id:base64,…`, 32 bytes each. The first one is used for what is new.
 * @throws {SettingError} that names a bad entry by its position and does not repeat it.
 */
export function parseKeys(setting: KeySetting, text: string): Map<string, KeyObject> {
  const keys = new Map<string, KeyObject>();
  for (const [index, entry] of text.split(",").entries()) {
    const refuse = (why: string): never => {
      throw new SettingError(`${setting}: key ${index + 1} ${why}`);
    };
    const { id, key } = parseEntry(entry.trim(), refuse);
    if (keys.has(id)) refuse("repeats an earlier id");
    keys.set(id, key);
  }
  return keys;
}

function parseEntry(entry: string, refuse: (why: string) => never): { id: string; key: KeyObject } {
  const colon = entry.indexOf(":");
  const id = entry.slice(0, Math.max(colon, 0));
  if (!masterKeyIdPattern.test(id)) refuse("must be id:base64, the id of 1 to 32 of a-z, 0-9 and -");
  const base64 = entry.slice(colon + 1);
  const bytes = Buffer.from(base64, "base64");
  // Node ignores characters that are not base64; encoding the bytes again shows whether there were any.
  if (bytes.toString("base64") !== base64) refuse("must be standard base64 after the id");
  if (bytes.length !== 32) refuse("must hold exactly 32 bytes");
  const key = createSecretKey(bytes);
  bytes.fill(0);
  return { id, key };
}
