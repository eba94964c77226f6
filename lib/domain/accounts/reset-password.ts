import { setTimeout as sleep } from "node:timers/promises";
import { paths } from "@/lib/core/paths";
import { fail, ok, type Result } from "@/lib/core/result";
import { hashPassword } from "@/lib/domain/accounts/hash-password";
import {
  findReset,
  findResettable,
  replacePassword,
  replaceReset,
  takeReset,
} from "@/lib/domain/accounts/password-reset-store";
import { recordForPerson } from "@/lib/domain/members/record-for-person";
import { endPendingSignIns } from "@/lib/domain/second-factors/begin-sign-in";
import { withAccounts } from "@/lib/platform/db";
import { log } from "@/lib/platform/log";
import { requestAccountMail } from "@/lib/platform/mail/request-mail";
import { hashToken, newToken } from "@/lib/platform/one-time-token";
import { isWithinLimit, resetLimit } from "@/lib/platform/rate-limits";

const validMs = 60 * 60 * 1_000;
const limits = { perAccount: 5, perAddress: 30, windowSeconds: 60 * 60 };
/** Every answer takes this long, whether there is an account or not. */
const answerMs = 400;

/**
 * Sends an email with a link to choose a new password, if the address has an account. The answer does not reveal
 * whether it has: neither by its text, nor by its time, nor by asking the person to wait.
 */
export async function requestPasswordReset(
  email: string,
  { locale, ip, portal }: { locale: string; ip: string | null; portal: string },
): Promise<Result<void, { code: "too_many_attempts" }>> {
  if (!(await isWithinLimit(`reset-from:${ip}`, limits.perAddress, limits.windowSeconds))) {
    return fail({ code: "too_many_attempts" });
  }
  const answered = sleep(answerMs);
  // Too many requests for one address are ignored silently: an error would reveal that it has an account.
  if (await isWithinLimit(`reset:${email}`, limits.perAccount, limits.windowSeconds)) {
    await sendReset(email, locale, portal).catch((error: unknown) =>
      log().error({ err: error }, "an email for a new password could not be asked for"),
    );
  }
  await answered;
  return ok(undefined);
}

/** Whose password a token can change; null when it is not valid. */
export function resetOffered(token: string): Promise<string | null> {
  const tokenHash = hashToken(token);
  return tokenHash ? withAccounts((tx) => findReset(tx, tokenHash)) : Promise.resolve(null);
}

/** Sets the new password, once, and ends all of the person's sessions. */
export async function resetPassword(
  token: string,
  password: string,
  ip: string | null,
): Promise<Result<void, { code: "reset_gone" }>> {
  const tokenHash = hashToken(token);
  if (!tokenHash) return fail({ code: "reset_gone" });
  const passwordHash = await hashPassword(password);
  const taken = await withAccounts(async (tx) => {
    const reset = await takeReset(tx, tokenHash);
    if (reset) await replacePassword(tx, reset.userId, passwordHash);
    return reset;
  });
  if (!taken) return fail({ code: "reset_gone" });
  await endPendingSignIns(taken.userId);
  await resetLimit(`sign-in:${taken.email}`);
  await recordForPerson(taken.userId, "session.password_chosen", { by: "person", ip });
  return ok(undefined);
}

async function sendReset(email: string, locale: string, portal: string): Promise<void> {
  await withAccounts(async (tx) => {
    const person = await findResettable(tx, email);
    if (!person) return;
    const { token, tokenHash } = newToken();
    const expiresAt = new Date(Date.now() + validMs);
    await replaceReset(tx, { userId: person.id, tokenHash, expiresAt });
    await requestAccountMail(tx, {
      template: "passwordReset",
      to: email,
      name: person.name,
      locale: person.locale ?? locale,
      until: expiresAt.getTime(),
      link: portal + paths.resetPassword(token),
    });
  });
}
