import { createHash, randomBytes } from "node:crypto";

const tokenBytes = 32;
const tokenPattern = /^[A-Za-z0-9_-]{43}$/;

/** 256 random bits for an address that works once, and their SHA-256, which is all that is stored. */
export function newToken(): { token: string; tokenHash: Uint8Array<ArrayBuffer> } {
  const token = randomBytes(tokenBytes).toString("base64url");
  return { token, tokenHash: sha256(token) };
}

/** The hash by which a token from an address is found; null for a text that cannot be a token. */
export function hashToken(token: string): Uint8Array<ArrayBuffer> | null {
  return tokenPattern.test(token) ? sha256(token) : null;
}

function sha256(text: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(createHash("sha256").update(text).digest());
}
