import type {
  AuthenticationResponseJSON,
  PublicKeyCredentialRequestOptionsJSON,
} from "@simplewebauthn/server";
import { fail, ok, type Result } from "@/lib/core/result";
import { type Challenge, takeChallenge, toUserHandle } from "@/lib/domain/second-factors/check-challenge";
import { advanceCounter, findPasskey, type StoredPasskey } from "@/lib/domain/second-factors/passkey-store";
import {
  assertionSchema,
  type PasskeyPlace,
  parseCredential,
  toTransports,
} from "@/lib/domain/second-factors/schema";
import { toNetwork } from "@/lib/platform/network-address";
import { isWithinLimit } from "@/lib/platform/rate-limits";

const attempts = { perAddress: 100, windowSeconds: 15 * 60 };

export type PasskeyFailure = { code: "passkey_unknown" | "too_many_attempts" };

// The library is loaded when the first passkey is used: with what it brings for certificates it is as large as all else
// that the sign-in page needs.

/** What the browser needs to ask for a passkey: people choose among those that their device has for the portal. */
export async function askForPasskey(place: PasskeyPlace): Promise<PublicKeyCredentialRequestOptionsJSON> {
  const { generateAuthenticationOptions } = await import("@simplewebauthn/server");
  return generateAuthenticationOptions({ rpID: place.host, userVerification: "required" });
}

/**
 * Checks the browser's answer: the signature over this challenge and this portal's address, that the person confirmed
 * it with a finger, a face or a PIN, and that the device has counted on.
 * @param request.userId whose it must be, where that is known.
 * @param request.credential the answer as JSON.
 */
export async function checkPasskey(request: {
  challenge: Challenge;
  credential: string;
  ip: string | null;
  userId: string | null;
}): Promise<Result<{ userId: string }, PasskeyFailure>> {
  const { challenge, credential, ip } = request;
  if (!(await isWithinLimit(`passkey-from:${toNetwork(ip)}`, attempts.perAddress, attempts.windowSeconds))) {
    return fail({ code: "too_many_attempts" });
  }
  const unknown = fail({ code: "passkey_unknown" });
  if (!(await takeChallenge(challenge))) return unknown;
  const response = parseCredential(assertionSchema, credential);
  const passkey = response && (await findPasskey(response.id));
  if (!passkey || (request.userId !== null && passkey.userId !== request.userId)) return unknown;
  const { userHandle } = response.response;
  const handle = Buffer.from(toUserHandle(passkey.userId)).toString("base64url");
  if (userHandle !== undefined && userHandle !== handle) return unknown;
  const counter = await verify(response, challenge, passkey);
  if (counter === null || !(await advanceCounter(passkey.id, BigInt(counter)))) return unknown;
  return ok({ userId: passkey.userId });
}

/** What the device has counted; null for an answer that is not right. */
async function verify(
  response: AuthenticationResponseJSON,
  { value, place }: Challenge,
  passkey: StoredPasskey,
): Promise<number | null> {
  const { id, publicKey, counter, transports } = passkey;
  const { verifyAuthenticationResponse } = await import("@simplewebauthn/server");
  try {
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response,
      expectedChallenge: value,
      expectedOrigin: place.origin,
      expectedRPID: place.host,
      requireUserVerification: true,
      credential: { id, publicKey, counter: Number(counter), transports: toTransports(transports) },
    });
    return verified ? authenticationInfo.newCounter : null;
  } catch {
    // The library throws for every answer that is not right.
    return null;
  }
}
