import { fail, ok, type Result } from "@/lib/core/result";
import { beginAttempt } from "@/lib/domain/accounts/begin-attempt";
import { isPassword } from "@/lib/domain/accounts/hash-password";
import type { SignIn, Visitor } from "@/lib/domain/accounts/schema";
import { findCredentials } from "@/lib/domain/accounts/store";
import { withAccounts } from "@/lib/platform/db";
import { takeBackIfBusy } from "@/lib/platform/fair-queue";
import { log } from "@/lib/platform/log";
import { metrics } from "@/lib/platform/metrics/metrics";
import { toNetwork } from "@/lib/platform/network-address";
import { enqueueForAccount } from "@/lib/platform/queue";

export type SignInFailure = { code: "wrong_credentials" | "too_many_sign_ins" };

/**
 * Checks an email address and a password. The answer is the same for an unknown address and a wrong password, and so is
 * all work before it.
 */
export async function checkCredentials(
  { email, password }: SignIn,
  visitor: Visitor,
): Promise<Result<{ userId: string }, SignInFailure>> {
  const found = await findCredentials(email);
  const attempt = await beginAttempt("sign-in", { email, userId: found?.id ?? null }, visitor);
  if (!attempt) return refuse("too_many_sign_ins");
  const checking = isPassword(password, found?.passwordHash ?? null, toNetwork(visitor.ip));
  const isRight = await takeBackIfBusy(checking, attempt.takeBack);
  if (!isRight || !found) {
    await requestRefusalRecord(found?.id ?? crypto.randomUUID(), visitor.ip);
    return refuse("wrong_credentials");
  }
  await attempt.forget();
  return ok({ userId: found.id });
}

/** The line says neither who nor from where: the audit log of the person's businesses does. */
function refuse(code: SignInFailure["code"]): Result<never, SignInFailure> {
  metrics().refusedSignIns.inc({ reason: code });
  log().warn({ code: "sign_in_refused", reason: code });
  return fail({ code });
}

/** A refusal is recorded seconds later, when its work slows down no answer that tells who has an account. */
const recordAfterMs = 2_000;

async function requestRefusalRecord(userId: string, ip: string | null): Promise<void> {
  const job = { task: "record-refusal", payload: { userId, ip } } as const;
  const when = { key: `refusal:${crypto.randomUUID()}`, delayMs: recordAfterMs };
  await withAccounts((tx) => enqueueForAccount(tx, job, when)).catch((error: unknown) =>
    log().error({ err: error }, "a refused sign-in could not be written to the log"),
  );
}
