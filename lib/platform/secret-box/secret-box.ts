import { createHmac, hkdfSync, randomBytes } from "node:crypto";
import { fail, ok, type Result } from "@/lib/core/result";
import { Secret } from "@/lib/core/secret";
import { requireSetting } from "@/lib/platform/env";
import {
  decodeEnvelope,
  type Envelope,
  encodeEnvelope,
  keyAad,
  payloadAad,
  type SecretContext,
} from "@/lib/platform/secret-box/envelope";
import { decryptBytes, encryptBytes } from "@/lib/platform/secret-box/gcm";
import { type DecryptFailure, type KeyProvider, keyProvider } from "@/lib/platform/secret-box/key-provider";

/** The bytes to store, and the name of the master key in them, by which rows that still need a rotation are found. */
export type Encrypted = { encrypted: Uint8Array<ArrayBuffer>; masterKeyId: string };

/** Encrypts a secret for one field of one record of one merchant, with a data key of its own. */
export async function encryptSecret(
  secret: Secret,
  context: SecretContext,
  keys: KeyProvider = keyProvider(),
): Promise<Encrypted> {
  const plain = Buffer.from(secret.reveal(), "utf8");
  const dataKey = randomBytes(32);
  try {
    const payload = encryptBytes(dataKey, plain, payloadAad(context));
    return await wrapped({ dataKey, payload }, context, keys);
  } finally {
    dataKey.fill(0);
    plain.fill(0);
  }
}

/** Decrypts what `encryptSecret` made for the same place. If a single bit differs, it fails. */
export async function decryptSecret(
  encrypted: Uint8Array,
  context: SecretContext,
  keys: KeyProvider = keyProvider(),
): Promise<Result<Secret, DecryptFailure>> {
  const opened = await unwrapped(encrypted, context, keys);
  if (!opened.ok) return opened;
  const { dataKey, payload } = opened.value;
  const plain = decryptBytes(dataKey, payload, payloadAad(context));
  dataKey.fill(0);
  if (plain === null) return fail({ code: "unreadable" });
  const secret = new Secret(Buffer.from(plain.buffer, plain.byteOffset, plain.byteLength).toString("utf8"));
  plain.fill(0);
  return ok(secret);
}

/** Encrypts the data key with the active master key. The payload is neither changed nor decrypted. */
export async function rewrapSecret(
  encrypted: Uint8Array,
  context: SecretContext,
  keys: KeyProvider = keyProvider(),
): Promise<Result<Encrypted, DecryptFailure>> {
  const opened = await unwrapped(encrypted, context, keys);
  if (!opened.ok) return opened;
  try {
    return ok(await wrapped(opened.value, context, keys));
  } finally {
    opened.value.dataKey.fill(0);
  }
}

/** The id of the master key in an envelope; null when the bytes are no envelope. */
export function getMasterKeyId(encrypted: Uint8Array): string | null {
  return decodeEnvelope(encrypted)?.masterKeyId ?? null;
}

/**
 * 32 bytes that are the same for the same secret, and reveal nothing about it without `NEXTAUTH_SECRET`. They do not
 * depend on master keys, so that a rotation does not change them.
 */
export function fingerprintSecret(secret: Secret): Uint8Array<ArrayBuffer> {
  fingerprintKey ??= Buffer.from(
    hkdfSync("sha256", requireSetting("NEXTAUTH_SECRET"), "", "cobro secret fingerprint 1", 32),
  );
  return new Uint8Array(createHmac("sha256", fingerprintKey).update(secret.reveal(), "utf8").digest());
}

let fingerprintKey: Buffer | undefined;

type Open = { dataKey: Uint8Array; payload: Uint8Array };

async function wrapped(
  { dataKey, payload }: Open,
  context: SecretContext,
  keys: KeyProvider,
): Promise<Encrypted> {
  const masterKeyId = keys.activeKeyId;
  const wrappedKey = await keys.wrap(dataKey, keyAad(context, masterKeyId));
  const envelope: Envelope = { masterKeyId, wrappedKey, payload };
  return { encrypted: encodeEnvelope(envelope), masterKeyId };
}

async function unwrapped(
  encrypted: Uint8Array,
  context: SecretContext,
  keys: KeyProvider,
): Promise<Result<Open, DecryptFailure>> {
  const envelope = decodeEnvelope(encrypted);
  if (envelope === null) return fail({ code: "unreadable" });
  const { masterKeyId, wrappedKey, payload } = envelope;
  const dataKey = await keys.unwrap(masterKeyId, wrappedKey, keyAad(context, masterKeyId));
  return dataKey.ok ? ok({ dataKey: dataKey.value, payload }) : dataKey;
}
