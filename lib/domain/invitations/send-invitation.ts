import type { MerchantId } from "@/lib/core/merchant-id";
import { paths } from "@/lib/core/paths";
import type { Actor } from "@/lib/domain/audit/schema";
import { type Invite, invitationHours, type SentInvitation } from "@/lib/domain/invitations/schema";
import { managesRole, type Role } from "@/lib/domain/members/schema";
import type { MerchantTx } from "@/lib/platform/db";
import { isMailConfigured, requestMail } from "@/lib/platform/mail/request-mail";
import { newToken } from "@/lib/platform/one-time-token";

/** The sender, their name in the email, and the language that the reader probably understands. */
export type Request = {
  merchantId: MerchantId;
  actor: Actor;
  inviter: string;
  merchant: string;
  locale: string;
  /** The portal's address for the link in the email: `https://cobro.example`. */
  portal: string;
};

export function mayGive(own: Role | null, role: Role): boolean {
  return own !== null && managesRole(own, role);
}

export function freshToken() {
  return { ...newToken(), expiresAt: new Date(Date.now() + invitationHours * 3_600_000) };
}

export async function send(
  tx: MerchantTx,
  { inviter, merchant, locale, portal }: Request,
  { email, role }: Invite,
  { token, expiresAt, byMail = true }: { token: string; expiresAt: Date; byMail?: boolean },
): Promise<SentInvitation> {
  const link = portal + paths.invitation(token);
  const isMailed = byMail && isMailConfigured();
  if (isMailed) {
    const emailContent = { to: email, locale, until: expiresAt.getTime(), link };
    await requestMail(tx, { template: "invitation", ...emailContent, merchant, inviter, role });
  }
  return { email, link, isMailed };
}
