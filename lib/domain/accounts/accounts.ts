import { fail, ok, type Result } from "@/lib/core/result";
import { hashPassword, isPassword } from "@/lib/domain/accounts/password";
import { recordForPerson } from "@/lib/domain/accounts/person-events";
import type { SignIn, SignUp } from "@/lib/domain/accounts/schema";
import { findAccount, findCredentials, insertUser } from "@/lib/domain/accounts/store";
import { env } from "@/lib/platform/env";
import { log } from "@/lib/platform/log";
import { isWithinLimit, resetLimit } from "@/lib/platform/rate-limits";

const attempts = { perAccount: 10, perAddress: 100, windowSeconds: 15 * 60 };

export type SignInFailure = { code: "wrong_credentials" | "too_many_attempts" };
export type SignUpFailure = { code: "email_taken" | "signup_closed" | "too_many_attempts" };

/** Checks an e-mail address and password. The same answer for an unknown address and a wrong password. */
export async function checkCredentials(
  { email, password }: SignIn,
  ip: string | null,
): Promise<Result<{ userId: string }, SignInFailure>> {
  const accountKey = `sign-in:${email}`;
  const allowed = await Promise.all([
    isWithinLimit(accountKey, attempts.perAccount, attempts.windowSeconds),
    isWithinLimit(`sign-in-from:${ip}`, attempts.perAddress, attempts.windowSeconds),
  ]);
  if (allowed.includes(false)) return fail({ code: "too_many_attempts" });
  const found = await findCredentials(email);
  if (!(await isPassword(password, found?.passwordHash ?? null)) || !found) {
    // Not waited for: the time of the answer must not tell whether there is such an account.
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

/** Whether somebody without an account may make one: anyone, only who was invited, or nobody. */
export function maySignUp({ isInvited }: { isInvited: boolean }): boolean {
  const { SIGNUP } = env();
  return SIGNUP === "open" || (SIGNUP === "invite" && isInvited);
}

/** Makes an account, if the operator's `SIGNUP` setting lets them. An address that has one is never changed. */
export async function createAccount(
  { name, email, password }: SignUp,
  locale: string,
  ip: string | null,
  isInvited = false,
): Promise<Result<{ userId: string }, SignUpFailure>> {
  if (!maySignUp({ isInvited })) return fail({ code: "signup_closed" });
  if (!(await isWithinLimit(`sign-up-from:${ip}`, attempts.perAddress, attempts.windowSeconds))) {
    return fail({ code: "too_many_attempts" });
  }
  const passwordHash = await hashPassword(password);
  const person = await insertUser({ id: crypto.randomUUID(), name, email, passwordHash, locale });
  return person ? ok({ userId: person.id }) : fail({ code: "email_taken" });
}

/** Whether an address has an account, a disabled one included. */
export async function hasAccount(email: string): Promise<boolean> {
  return (await findAccount(email)) !== null;
}

/** The language that the account of an address speaks; null for none. */
export async function findAccountLanguage(email: string): Promise<string | null> {
  return (await findAccount(email))?.locale ?? null;
}
