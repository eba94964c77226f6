import { fail, ok, type Result } from "@/lib/core/result";
import { isPassword } from "@/lib/domain/accounts/hash-password";
import { findPasswordHash, markProven } from "@/lib/domain/accounts/store";
import { isWithinLimit } from "@/lib/platform/rate-limits";

/** How long a proof counts. The sign-in is the first one. */
const provenMs = 10 * 60 * 1000;
const attempts = { perSession: 10, windowSeconds: 15 * 60 };

/** The ways in which a signed-in person can prove again that they are who signed in. The page offers those they have. */
export const proofKinds = ["password"] as const;
export type ProofKind = (typeof proofKinds)[number];

export type ProofFailure = { code: "wrong_password" | "too_many_attempts" };

type ProvingSession = { id: string; person: { id: string } };

/** Whether the person has proved who they are within the last ten minutes. */
export function isProvenLately({ provenAt }: { provenAt: Date }): boolean {
  return Date.now() - provenAt.getTime() < provenMs;
}

/** The proofs that this person can give, the quickest first. */
export async function listProofs(userId: string): Promise<ProofKind[]> {
  return (await findPasswordHash(userId)) === null ? [] : ["password"];
}

/**
 * Accepts the person's password as a proof. Attempts are counted by session, so that somebody who has stolen one cannot
 * keep the person from proving themselves in another.
 */
export async function provePassword(
  session: ProvingSession,
  password: string,
): Promise<Result<void, ProofFailure>> {
  if (!(await isWithinLimit(`prove:${session.id}`, attempts.perSession, attempts.windowSeconds))) {
    return fail({ code: "too_many_attempts" });
  }
  const passwordHash = await findPasswordHash(session.person.id);
  if (!(await isPassword(password, passwordHash))) return fail({ code: "wrong_password" });
  await markProven(session.id);
  return ok(undefined);
}
