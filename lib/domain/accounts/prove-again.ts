import { fail, ok, type Result } from "@/lib/core/result";
import { isPassword } from "@/lib/domain/accounts/hash-password";
import { findPasswordHash, markProven, markStrong } from "@/lib/domain/accounts/store";
import { checkCode } from "@/lib/domain/second-factors/check-code";
import { asksForSecondStep, getFactors } from "@/lib/domain/second-factors/find-factors";
import type { CodeIssue } from "@/lib/domain/second-factors/schema";
import { takeBackIfBusy } from "@/lib/platform/fair-queue";
import { isWithinLimit, uncount } from "@/lib/platform/rate-limits";

/** How long a proof counts. The sign-in is the first one. */
const provenMs = 10 * 60 * 1000;
const attempts = { perSession: 10, windowSeconds: 15 * 60 };

/** The ways in which a signed-in person can prove again that they are who signed in. The page offers those they have. */
export const proofKinds = ["passkey", "code", "password"] as const;
export type ProofKind = (typeof proofKinds)[number];

export type ProofFailure = { code: "wrong_password" | "too_many_attempts" | "proof_not_enough" };

type ProvingSession = { id: string; person: { id: string } };

/** Whether the person has proved who they are within the last ten minutes. */
export function isProvenLately({ provenAt }: { provenAt: Date }): boolean {
  return Date.now() - provenAt.getTime() < provenMs;
}

/**
 * The proofs that this person can give, the quickest first. Whoever needs a second factor to sign in proves themselves
 * with that, because a stolen password must not be enough here either.
 */
export async function listProofs(userId: string): Promise<ProofKind[]> {
  const [factors, isSecondAsked] = await Promise.all([getFactors(userId), asksForSecondStep(userId)]);
  const passkey = factors.hasPasskey ? (["passkey"] as const) : [];
  return isSecondAsked ? [...passkey, "code"] : [...passkey, "password"];
}

/**
 * Accepts the person's password as a proof. Attempts are counted by session, so that somebody who has stolen one cannot
 * keep the person from proving themselves in another.
 */
export async function provePassword(
  session: ProvingSession,
  password: string,
): Promise<Result<void, ProofFailure>> {
  const counted = `prove:${session.id}`;
  if (!(await isWithinLimit(counted, attempts.perSession, attempts.windowSeconds))) {
    return fail({ code: "too_many_attempts" });
  }
  if (!(await listProofs(session.person.id)).includes("password")) return fail({ code: "proof_not_enough" });
  const passwordHash = await findPasswordHash(session.person.id);
  const checking = isPassword(password, passwordHash, session.person.id);
  if (!(await takeBackIfBusy(checking, () => uncount(counted)))) return fail({ code: "wrong_password" });
  await markProven(session.id);
  return ok(undefined);
}

/** Accepts a code of the person's app, or a recovery code. */
export async function proveCode(
  session: ProvingSession,
  code: string,
  ip: string | null,
): Promise<Result<void, { code: CodeIssue }>> {
  const checked = await checkCode(session.person.id, code, { ip, device: `session ${session.id}` });
  if (checked.ok) await markStrong(session.id);
  return checked;
}

/** Notes that the person has just shown a second factor in this session: with a passkey, or by setting one up. */
export function noteSecondFactor(sessionId: string): Promise<void> {
  return markStrong(sessionId);
}
