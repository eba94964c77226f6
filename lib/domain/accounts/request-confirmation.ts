import { paths } from "@/lib/core/paths";
import {
  deleteConfirmations,
  hasConfirmation,
  insertConfirmation,
  isEmailConfirmed,
  markEmailConfirmed,
} from "@/lib/domain/accounts/confirmation-store";
import { withAccounts } from "@/lib/platform/db";
import { requestAccountMail } from "@/lib/platform/mail/request-mail";
import { hashToken, newToken } from "@/lib/platform/one-time-token";
import { isWithinLimit } from "@/lib/platform/rate-limits";

const daySeconds = 24 * 60 * 60;
const emailsPerDay = 5;

type Owner = { id: string; email: string };

/**
 * Sends a person a link to confirm their address. It holds nothing that they have typed, because the address may be
 * somebody else's. Of several in a day each is valid for a day, so that there is always one that works.
 */
export async function requestConfirmation(
  { id: userId, email }: Owner,
  { locale, portal }: { locale: string; portal: string },
): Promise<void> {
  if (!(await isWithinLimit(`confirm:${userId}`, emailsPerDay, daySeconds))) return;
  await withAccounts(async (tx) => {
    const { token, tokenHash } = newToken();
    const expiresAt = new Date(Date.now() + daySeconds * 1_000);
    await insertConfirmation(tx, { userId, email, tokenHash, expiresAt });
    const link = portal + paths.confirmEmail(token);
    await requestAccountMail(tx, {
      ...{ template: "confirmEmail", to: email, locale, until: expiresAt.getTime(), link },
    });
  });
}

/** Whether a person has shown that they read what is sent to their address. */
export function hasConfirmedEmail(userId: string): Promise<boolean> {
  return isEmailConfirmed(userId);
}

/** For somebody who has just used a link that was only emailed. */
export function noteConfirmedEmail(userId: string): Promise<void> {
  return markEmailConfirmed(userId);
}

/** Whether the token from an email confirms this person's address. */
export async function isConfirmationOffered(token: string, { id: userId, email }: Owner): Promise<boolean> {
  const tokenHash = hashToken(token);
  return (
    tokenHash !== null && (await withAccounts((tx) => hasConfirmation(tx, { tokenHash, userId, email })))
  );
}

/** Confirms the address of the signed-in person, if the token was sent to them. */
export async function confirmEmail(token: string, person: Owner): Promise<boolean> {
  if (!(await isConfirmationOffered(token, person))) return false;
  await markEmailConfirmed(person.id);
  await withAccounts((tx) => deleteConfirmations(tx, person.id));
  return true;
}
