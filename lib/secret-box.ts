import { createHmac, hkdfSync, randomBytes } from "node:crypto";
import { requireSetting } from "@/lib/env";
import { fail, ok, type Result } from "@/lib/result";
import { Secret } from "@/lib/secret";
import {
  decodeEnvelope,
  type Envelope,
  encodeEnvelope,
  keyAad,
  payloadAad,
  type SealContext,
} from "@/lib/secret-box/envelope";
import { openBytes, sealBytes } from "@/lib/secret-box/gcm";
import { type KeyProvider, keyProvider, type OpenFailure } from "@/lib/secret-box/key-provider";

/** The bytes to store, and the name of the master key in them, for finding rows that still need a rotation. */
export type Sealed = { sealed: Uint8Array<ArrayBuffer>; masterKeyId: string };

/** Seals a secret for one field of one record of one merchant, under a data key of its own. */
export async function sealSecret(
  secret: Secret,
  context: SealContext,
  keys: KeyProvider = keyProvider(),
): Promise<Sealed> {
  const plain = Buffer.from(secret.reveal(), "utf8");
  const dataKey = randomBytes(32);
  try {
    const payload = sealBytes(dataKey, plain, payloadAad(context));
    return await wrapped({ dataKey, payload }, context, keys);
  } finally {
    dataKey.fill(0);
    plain.fill(0);
  }
}

/** Opens what `sealSecret` made for the same place. Anything else, by as little as a bit, is refused. */
export async function openSecret(
  sealed: Uint8Array,
  context: SealContext,
  keys: KeyProvider = keyProvider(),
): Promise<Result<Secret, OpenFailure>> {
  const opened = await unwrapped(sealed, context, keys);
  if (!opened.ok) return opened;
  const { dataKey, payload } = opened.value;
  const plain = openBytes(dataKey, payload, payloadAad(context));
  dataKey.fill(0);
  if (plain === null) return fail({ code: "unreadable" });
  const secret = new Secret(Buffer.from(plain.buffer, plain.byteOffset, plain.byteLength).toString("utf8"));
  plain.fill(0);
  return ok(secret);
}

/** Puts the data key under the active master key. The payload stays as it is and is not opened. */
export async function rewrapSecret(
  sealed: Uint8Array,
  context: SealContext,
  keys: KeyProvider = keyProvider(),
): Promise<Result<Sealed, OpenFailure>> {
  const opened = await unwrapped(sealed, context, keys);
  if (!opened.ok) return opened;
  try {
    return ok(await wrapped(opened.value, context, keys));
  } finally {
    opened.value.dataKey.fill(0);
  }
}

/** The id of the master key that a box needs; null when the bytes are no box. */
export function masterKeyIdOf(sealed: Uint8Array): string | null {
  return decodeEnvelope(sealed)?.masterKeyId ?? null;
}

/**
 * 32 bytes that are the same for the same secret and say nothing about it to who lacks `NEXTAUTH_SECRET`.
 * Master keys play no part, so that it outlives their rotation.
 */
export function fingerprintSecret(secret: Secret): Uint8Array<ArrayBuffer> {
  fingerprintKey ??= Buffer.from(
    hkdfSync("sha256", requireSetting("NEXTAUTH_SECRET"), "", "cobro secret fingerprint 1", 32),
  );
  return new Uint8Array(createHmac("sha256", fingerprintKey).update(secret.reveal(), "utf8").digest());
}

let fingerprintKey: Buffer | undefined;

type Open = { dataKey: Uint8Array; payload: Uint8Array };

async function wrapped({ dataKey, payload }: Open, context: SealContext, keys: KeyProvider): Promise<Sealed> {
  const masterKeyId = keys.activeKeyId;
  const wrappedKey = await keys.wrap(dataKey, keyAad(context, masterKeyId));
  const envelope: Envelope = { masterKeyId, wrappedKey, payload };
  return { sealed: encodeEnvelope(envelope), masterKeyId };
}

async function unwrapped(
  sealed: Uint8Array,
  context: SealContext,
  keys: KeyProvider,
): Promise<Result<Open, OpenFailure>> {
  const envelope = decodeEnvelope(sealed);
  if (envelope === null) return fail({ code: "unreadable" });
  const { masterKeyId, wrappedKey, payload } = envelope;
  const dataKey = await keys.unwrap(masterKeyId, wrappedKey, keyAad(context, masterKeyId));
  return dataKey.ok ? ok({ dataKey: dataKey.value, payload }) : dataKey;
}
