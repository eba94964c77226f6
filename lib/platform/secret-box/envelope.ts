import { boxOverheadBytes } from "@/lib/platform/secret-box/gcm";

/** The parts of an encrypted secret. The payload is encrypted with a data key, and the data key with a master key. */
export type Envelope = { masterKeyId: string; wrappedKey: Uint8Array; payload: Uint8Array };

/** Where a secret is stored. It can be decrypted only for that place. `field` tells two secrets of one record apart. */
export type SecretContext = { merchantId: string; recordId: string; field: string };

const version = 1;
const headerBytes = 4;

/** The form of a master key's name, which the envelope holds in plain text. */
export const masterKeyIdPattern = /^[a-z0-9-]{1,32}$/;

/** Version (1 byte), length of the key id (1), length of the wrapped key (2); then id, wrapped key, payload. */
export function encodeEnvelope({ masterKeyId, wrappedKey, payload }: Envelope): Uint8Array<ArrayBuffer> {
  const id = Buffer.from(masterKeyId, "ascii");
  const header = Buffer.alloc(headerBytes);
  header.writeUInt8(version, 0);
  header.writeUInt8(id.length, 1);
  header.writeUInt16BE(wrappedKey.length, 2);
  return new Uint8Array(Buffer.concat([header, id, wrappedKey, payload]));
}

/** Null for anything that `encodeEnvelope` does not write. */
export function decodeEnvelope(encrypted: Uint8Array): Envelope | null {
  const bytes = Buffer.from(encrypted.buffer, encrypted.byteOffset, encrypted.byteLength);
  if (bytes.length < headerBytes || bytes.readUInt8(0) !== version) return null;
  const idEnd = headerBytes + bytes.readUInt8(1);
  const wrappedEnd = idEnd + bytes.readUInt16BE(2);
  if (bytes.length < wrappedEnd + boxOverheadBytes) return null;
  const masterKeyId = bytes.toString("latin1", headerBytes, idEnd);
  if (!masterKeyIdPattern.test(masterKeyId)) return null;
  return {
    masterKeyId,
    wrappedKey: bytes.subarray(idEnd, wrappedEnd),
    payload: bytes.subarray(wrappedEnd),
  };
}

/**
 * The authenticated data of a wrapped data key. The master key's id is in here and not in the payload's, so that a
 * rotation leaves the payload as it is.
 */
export function keyAad(context: SecretContext, masterKeyId: string): Uint8Array {
  return lengthPrefixed(["cobro secret key", String(version), ...getPlace(context), masterKeyId]);
}

/** The authenticated data of the payload. */
export function payloadAad(context: SecretContext): Uint8Array {
  return lengthPrefixed(["cobro secret payload", String(version), ...getPlace(context)]);
}

function getPlace({ merchantId, recordId, field }: SecretContext): string[] {
  return [merchantId, recordId, field];
}

/** Each text with its length before it, so that no two lists of texts give the same bytes. */
function lengthPrefixed(texts: string[]): Uint8Array {
  return Buffer.concat(
    texts.flatMap((text) => {
      const bytes = Buffer.from(text, "utf8");
      const length = Buffer.alloc(4);
      length.writeUInt32BE(bytes.length);
      return [length, bytes];
    }),
  );
}
