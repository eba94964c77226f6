import { setTimeout as sleep } from "node:timers/promises";
import { paths } from "@/lib/core/paths";
import { fail, ok, type Result } from "@/lib/core/result";
import { beginAttempt, forgetOutsiders } from "@/lib/domain/accounts/begin-attempt";
import { checkNewPassword } from "@/lib/domain/accounts/check-new-password";
import { hashPassword } from "@/lib/domain/accounts/hash-password";
import {
  findReset,
  findResettable,
  insertReset,
  type ResetPerson,
  replacePassword,
  takeReset,
} from "@/lib/domain/accounts/password-reset-store";
import type { PasswordIssue, Visitor } from "@/lib/domain/accounts/schema";
import { recordForPerson } from "@/lib/domain/members/record-for-person";
import { endPendingSignIns } from "@/lib/domain/second-factors/begin-sign-in";
import { withAccounts } from "@/lib/platform/db";
import { takeBackIfBusy } from "@/lib/platform/fair-queue";
import { log } from "@/lib/platform/log";
import { requestAccountMail } from "@/lib/platform/mail/request-mail";
import { toNetwork } from "@/lib/platform/network-address";
import { hashToken, newToken } from "@/lib/platform/one-time-token";
import { isWithinLimit, uncount } from "@/lib/platform/rate-limits";

const validMs = 60 * 60 * 1_000;
const limits = { perVisitor: 30, perToken: 10, windowSeconds: 60 * 60 };
/** Every answer takes this long, whether there is an account or not. */
const answerMs = 400;

/**
 * Sends an email with a link to choose a new password, if the address has an account. The answer does not reveal
 * whether it has: neither by its text, nor by its time, nor by asking the person to wait.
 */
export async function requestPasswordReset(
  email: string,
  { locale, visitor, portal }: { locale: string; visitor: Visitor; portal: string },
): Promise<Result<void, { code: "too_many_attempts" }>> {
  const { ip, device } = visitor;
  // Not even a browser that is known counts with its network, in which others may have asked too often.
  const asking = `reset-from:${device ? `device:${device.id}` : toNetwork(ip)}`;
  if (!(await isWithinLimit(asking, limits.perVisitor, limits.windowSeconds))) {
    return fail({ code: "too_many_attempts" });
  }
  const answered = sleep(answerMs);
  await sendReset(email, { locale, visitor, portal }).catch((error: unknown) =>
    log().error({ err: error }, "an email for a new password could not be asked for"),
  );
  await answered;
  return ok(undefined);
}

/** Whose password a token can change; null when it is not valid. */
export function resetOffered(token: string): Promise<ResetPerson | null> {
  const tokenHash = hashToken(token);
  return tokenHash ? withAccounts((tx) => findReset(tx, tokenHash)) : Promise.resolve(null);
}

/**
 * Sets the new password, once, and ends all of the person's sessions. A token is not used up by a password that is not
 * accepted. Nothing is hashed for a token that is not valid, nor without an end for one that is.
 * @param request.hasSecondFactor whether a person may choose a shorter password.
 */
export async function resetPassword({
  token,
  password,
  ip,
  hasSecondFactor,
}: {
  token: string;
  password: string;
  ip: string | null;
  hasSecondFactor: (userId: string) => Promise<boolean>;
}): Promise<Result<{ userId: string }, { code: "reset_gone" | "too_many_attempts" | PasswordIssue }>> {
  const tokenHash = hashToken(token);
  const person = await resetOffered(token);
  if (!tokenHash || !person) return fail({ code: "reset_gone" });
  const { userId } = person;
  const checked = await checkNewPassword(password, {
    ...person,
    hasSecondFactor: await hasSecondFactor(userId),
  });
  if (!checked.ok) return checked;
  const tries = `reset-with:${Buffer.from(tokenHash).toString("hex")}`;
  if (!(await isWithinLimit(tries, limits.perToken, limits.windowSeconds))) {
    return fail({ code: "too_many_attempts" });
  }
  const hashing = hashPassword(password, toNetwork(ip));
  const passwordHash = await takeBackIfBusy(hashing, () => uncount(tries));
  const taken = await withAccounts(async (tx) => {
    const reset = await takeReset(tx, tokenHash);
    if (reset) await replacePassword(tx, reset.userId, passwordHash);
    return reset;
  });
  if (!taken) return fail({ code: "reset_gone" });
  await endPendingSignIns(taken.userId);
  await forgetOutsiders(taken.email);
  await recordForPerson(taken.userId, "session.password_chosen", { by: "person", ip });
  return ok({ userId: taken.userId });
}

async function sendReset(
  email: string,
  { locale, visitor, portal }: { locale: string; visitor: Visitor; portal: string },
): Promise<void> {
  const person = await withAccounts((tx) => findResettable(tx, email));
  // Too many requests for one address are ignored silently: an error would reveal that it has an account. The emails
  // that were sent before are valid until others are sent again.
  const attempt = await beginAttempt("reset", { email, userId: person?.id ?? null }, visitor);
  if (!attempt || !person) return;
  await withAccounts(async (tx) => {
    const { token, tokenHash } = newToken();
    const expiresAt = new Date(Date.now() + validMs);
    await insertReset(tx, { userId: person.id, tokenHash, expiresAt });
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
