import * as z from "zod";
import { type Challenge, challengeSeconds } from "@/lib/domain/second-factors/check-challenge";
import { readEncrypted, writeEncrypted } from "@/lib/web/encrypted-cookie";
import { findPasskeyPlace } from "@/lib/web/passkey-place";

/** What a challenge is for. `personId` is who must answer it; null when anybody may. */
export type ChallengeUse = { purpose: "use" | "create"; personId: string | null };

const claimsSchema = z.object({
  purpose: z.enum(["use", "create"]),
  personId: z.uuid().nullable(),
  value: z.string(),
  /** Unix milliseconds. */
  until: z.number(),
});

/** Keeps a challenge in this browser, encrypted. Another browser cannot answer it. */
export async function writeChallenge(value: string, use: ChallengeUse): Promise<void> {
  const token = { ...use, value, until: Date.now() + challengeSeconds * 1_000 };
  await writeEncrypted("challenge", token, { seconds: challengeSeconds, sameSite: "strict" });
}

/** The challenge of this browser, if it was given for this use. */
export async function readChallenge({ purpose, personId }: ChallengeUse): Promise<Challenge | null> {
  const claims = await readEncrypted("challenge", claimsSchema);
  const place = await findPasskeyPlace();
  if (!place || claims?.purpose !== purpose || claims.personId !== personId) return null;
  return { value: claims.value, expiresAt: new Date(claims.until), place };
}
