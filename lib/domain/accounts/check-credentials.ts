import { fail, ok, type Result } from "@/lib/core/result";
import { isPassword } from "@/lib/domain/accounts/hash-password";
import type { SignIn } from "@/lib/domain/accounts/schema";
import { findCredentials } from "@/lib/domain/accounts/store";
import { recordForPerson } from "@/lib/domain/members/record-for-person";
import { log } from "@/lib/platform/log";
import { networkOf } from "@/lib/platform/network-address";
import { isWithinLimit, resetLimit } from "@/lib/platform/rate-limits";

const attempts = { perAccount: 10, perAddress: 100, windowSeconds: 15 * 60 };

export type SignInFailure = { code: "wrong_credentials" | "too_many_attempts" };

/** Checks an email address and a password. The answer is the same for an unknown address and a wrong password. */
export async function checkCredentials(
  { email, password }: SignIn,
  ip: string | null,
): Promise<Result<{ userId: string }, SignInFailure>> {
  const accountKey = `sign-in:${email}`;
  const allowed = await Promise.all([
    isWithinLimit(accountKey, attempts.perAccount, attempts.windowSeconds),
    isWithinLimit(`sign-in-from:${networkOf(ip)}`, attempts.perAddress, attempts.windowSeconds),
  ]);
  if (allowed.includes(false)) return fail({ code: "too_many_attempts" });
  const found = await findCredentials(email);
  if (!(await isPassword(password, found?.passwordHash ?? null)) || !found) {
    // Not awaited: the time of the answer must not reveal whether there is such an account.
    if (found) void recordRefusal(found.id, ip);
    return fail({ code: "wrong_credentials" });
  }
  await resetLimit(accountKey);
  return ok({ userId: found.id });
}

async function recordRefusal(userId: string, ip: string | null): Promise<void> {
  try {
    await recordForPerson(userId, "session.refused", { by: null, ip });
  } catch (error) {
    log().error({ err: error }, "a refused sign-in could not be written to the log");
  }
}
