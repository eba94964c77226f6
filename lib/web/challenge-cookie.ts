import { cookies } from "next/headers";
import { decode, encode } from "next-auth/jwt";
import { z } from "zod";
import { type Challenge, challengeSeconds } from "@/lib/domain/second-factors/check-challenge";
import { requireSetting } from "@/lib/platform/env";
import { findPasskeyPlace } from "@/lib/web/passkey-place";
import { authCookie } from "@/lib/web/session-cookie";

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
  const token = await encode({
    token: { ...use, value, until: Date.now() + challengeSeconds * 1_000 },
    secret: requireSetting("NEXTAUTH_SECRET"),
    maxAge: challengeSeconds,
  });
  const { name, options } = authCookie("challenge");
  (await cookies()).set(name, token, { ...options, sameSite: "strict", maxAge: challengeSeconds });
}

/** The challenge of this browser, if it was given for this use. */
export async function readChallenge({ purpose, personId }: ChallengeUse): Promise<Challenge | null> {
  const token = (await cookies()).get(authCookie("challenge").name)?.value;
  const place = await findPasskeyPlace();
  if (!token || !place) return null;
  const decoded = await decode({ token, secret: requireSetting("NEXTAUTH_SECRET") }).catch(() => null);
  const claims = claimsSchema.safeParse(decoded).data;
  if (claims?.purpose !== purpose || claims.personId !== personId) return null;
  return { value: claims.value, expiresAt: new Date(claims.until), place };
}
