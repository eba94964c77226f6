import { type CipherKey, createCipheriv, createDecipheriv, randomBytes } from "node:crypto";

const algorithm = "aes-256-gcm";
const nonceBytes = 12;
const tagBytes = 16;

/** By how many bytes the encrypted form is longer than the plain one. */
export const boxOverheadBytes = nonceBytes + tagBytes;

/**
 * AES-256-GCM with a fresh random nonce: nonce, ciphertext, tag. `aad` is authenticated, but not part of the result.
 */
export function encryptBytes(key: CipherKey, plain: Uint8Array, aad: Uint8Array): Uint8Array<ArrayBuffer> {
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv(algorithm, key, nonce, { authTagLength: tagBytes }).setAAD(aad);
  return new Uint8Array(Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()]));
}

/** The plain bytes, or null when any bit of the box, the key or the authenticated data has changed. */
export function decryptBytes(key: CipherKey, box: Uint8Array, aad: Uint8Array): Uint8Array | null {
  if (box.length < boxOverheadBytes) return null;
  const nonce = box.subarray(0, nonceBytes);
  const decipher = createDecipheriv(algorithm, key, nonce, { authTagLength: tagBytes }).setAAD(aad);
  decipher.setAuthTag(box.subarray(-tagBytes));
  const unproven = decipher.update(box.subarray(nonceBytes, -tagBytes));
  try {
    decipher.final();
    return unproven;
  } catch {
    unproven.fill(0);
    return null;
  }
}
