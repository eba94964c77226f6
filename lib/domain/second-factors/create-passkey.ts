import type {
  PublicKeyCredentialCreationOptionsJSON,
  RegistrationResponseJSON,
} from "@simplewebauthn/server";
import { fail, ok, type Result } from "@/lib/core/result";
import { recordForPerson } from "@/lib/domain/members/record-for-person";
import { type Challenge, takeChallenge, toUserHandle } from "@/lib/domain/second-factors/check-challenge";
import { insertPasskey, listIds } from "@/lib/domain/second-factors/passkey-store";
import {
  attestationSchema,
  mostPasskeys,
  type PasskeyIssue,
  type PasskeyPlace,
  parseCredential,
  toTransports,
} from "@/lib/domain/second-factors/schema";

// The library is loaded when the first passkey is used: with what it brings for certificates it is as large as all else
// that the sign-in page needs.

/** What the browser needs to create a passkey. A device that has one of this person's already is not asked again. */
export async function offerPasskey(
  person: { id: string; email: string; name: string },
  place: PasskeyPlace,
): Promise<PublicKeyCredentialCreationOptionsJSON> {
  const [{ generateRegistrationOptions }, known] = await Promise.all([
    import("@simplewebauthn/server"),
    listIds(person.id),
  ]);
  return generateRegistrationOptions({
    rpName: "Cobro",
    rpID: place.host,
    userID: toUserHandle(person.id),
    userName: person.email,
    userDisplayName: person.name,
    attestationType: "none",
    excludeCredentials: known.map(({ id, transports }) => ({ id, transports: toTransports(transports) })),
    authenticatorSelection: { residentKey: "required", userVerification: "required" },
  });
}

/** Stores the passkey that the browser has created for this challenge. */
export async function createPasskey({
  userId,
  ip,
  challenge,
  credential,
  name,
}: {
  userId: string;
  ip: string | null;
  challenge: Challenge;
  /** The browser's answer as JSON. */
  credential: string;
  name: string;
}): Promise<Result<void, { code: PasskeyIssue }>> {
  if (!(await takeChallenge(challenge))) return fail({ code: "passkey_failed" });
  const response = parseCredential(attestationSchema, credential);
  const verified = response && (await verify(response, challenge));
  if (!verified) return fail({ code: "passkey_failed" });
  if ((await listIds(userId)).length >= mostPasskeys) return fail({ code: "too_many_passkeys" });
  const { id, publicKey, counter, transports = [] } = verified;
  const passkey = { id, userId, name, publicKey, counter: BigInt(counter), transports };
  if (!(await insertPasskey(passkey))) return fail({ code: "passkey_known" });
  await recordForPerson(userId, "second_factor.passkey_added", { by: "person", ip, details: { name } });
  return ok(undefined);
}

async function verify(response: RegistrationResponseJSON, { value, place }: Challenge) {
  const { verifyRegistrationResponse } = await import("@simplewebauthn/server");
  try {
    const { registrationInfo } = await verifyRegistrationResponse({
      response,
      expectedChallenge: value,
      expectedOrigin: place.origin,
      expectedRPID: place.host,
      requireUserVerification: true,
    });
    return registrationInfo?.credential ?? null;
  } catch {
    // The library throws for every answer that is not right.
    return null;
  }
}
