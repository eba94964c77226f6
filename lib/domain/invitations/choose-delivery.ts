import { hasConfirmedEmail } from "@/lib/domain/accounts/request-confirmation";
import type { Delivery } from "@/lib/domain/invitations/schema";
import { isMailConfigured } from "@/lib/platform/mail/request-mail";
import { isWithinLimits } from "@/lib/platform/rate-limits";

const hour = 3_600;
const day = 24 * hour;

const limits = {
  person: [
    { max: 20, windowSeconds: hour },
    { max: 50, windowSeconds: day },
  ],
  recipient: [{ max: 3, windowSeconds: day }],
  installation: [{ max: 300, windowSeconds: hour }],
};

/**
 * How an invitation reaches its reader, so that nobody can use this portal to send emails to whom they like: only people
 * who have confirmed their own address send any, and only so many; beyond that, they pass the link on themselves. Counts
 * one email. Null when the person has to confirm their address first.
 */
export async function chooseDelivery({
  userId,
  to,
}: {
  userId: string;
  to: string;
}): Promise<Delivery | null> {
  if (!isMailConfigured()) return "by_hand";
  if (!(await hasConfirmedEmail(userId))) return null;
  const mayMail =
    (await isWithinLimits(`invitation-by:${userId}`, limits.person)) &&
    (await isWithinLimits(`invitation-to:${to}`, limits.recipient)) &&
    (await isWithinLimits("invitations", limits.installation));
  return mayMail ? "mail" : "limited";
}
