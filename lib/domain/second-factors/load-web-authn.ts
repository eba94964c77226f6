/**
 * The library for passkeys, loaded when the first one is used: with what it brings for certificates it is as large as
 * all else that the sign-in page needs.
 */
export function loadWebAuthn() {
  return import("@simplewebauthn/server");
}
