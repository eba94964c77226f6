import { fail, ok, type Result } from "@/lib/core/result";
import { checkNewPassword } from "@/lib/domain/accounts/check-new-password";
import { hashPassword } from "@/lib/domain/accounts/hash-password";
import type { PasswordIssue, SignUp } from "@/lib/domain/accounts/schema";
import { insertUser } from "@/lib/domain/accounts/store";
import { env } from "@/lib/platform/env";
import { toNetwork } from "@/lib/platform/network-address";
import { isWithinLimit } from "@/lib/platform/rate-limits";

const windowSeconds = 15 * 60;

export type SignUpFailure = { code: "email_taken" | "signup_closed" | "too_many_attempts" | PasswordIssue };

/**
 * Whether somebody without an account may create one, by the operator's `SIGNUP` setting: anyone, only people who were
 * invited, or nobody.
 */
export function maySignUp({ isInvited }: { isInvited: boolean }): boolean {
  const { SIGNUP } = env();
  return SIGNUP === "open" || (SIGNUP === "invite" && isInvited);
}

/** Creates an account, if the operator's `SIGNUP` setting allows it. An existing account is never changed. */
export async function createAccount(
  { name, email, password }: SignUp,
  locale: string,
  ip: string | null,
  isInvited = false,
): Promise<Result<{ userId: string }, SignUpFailure>> {
  if (!maySignUp({ isInvited })) return fail({ code: "signup_closed" });
  if (!(await isWithinLimit(`sign-up-from:${toNetwork(ip)}`, env().LIMIT_SIGN_UPS, windowSeconds))) {
    return fail({ code: "too_many_attempts" });
  }
  const checked = await checkNewPassword(password, { name, email, hasSecondFactor: false });
  if (!checked.ok) return checked;
  const passwordHash = await hashPassword(password, toNetwork(ip));
  const person = await insertUser({ id: crypto.randomUUID(), name, email, passwordHash, locale });
  return person ? ok({ userId: person.id }) : fail({ code: "email_taken" });
}
