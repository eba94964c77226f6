import type { MerchantId } from "@/lib/core/merchant-id";
import { paths } from "@/lib/core/paths";
import type { Actor } from "@/lib/domain/audit/schema";
import {
  type Delivery,
  type Invite,
  invitationHours,
  type SentInvitation,
} from "@/lib/domain/invitations/schema";
import { managesRole, type Role } from "@/lib/domain/members/schema";
import type { MerchantTx } from "@/lib/platform/db";
import { requestMail } from "@/lib/platform/mail/request-mail";
import { newToken } from "@/lib/platform/one-time-token";

/** The sender, their name in the email, and the language that the reader probably understands. */
export type Request = {
  merchantId: MerchantId;
  actor: Actor;
  inviter: string;
  merchant: string;
  locale: string;
  /** The portal's address for a link that the sender passes on: `https://cobro.example`. */
  portal: string;
  /** The same for a link in an email, which no request may name. */
  mailPortal: string;
};

export function mayGive(own: Role | null, role: Role): boolean {
  return own !== null && managesRole(own, role);
}

export function freshToken(delivery: Delivery) {
  return {
    ...newToken(),
    isMailed: delivery === "mail",
    expiresAt: new Date(Date.now() + invitationHours * 3_600_000),
  };
}

export async function send(
  tx: MerchantTx,
  { inviter, merchant, locale, portal, mailPortal }: Request,
  { email, role }: Invite,
  { token, expiresAt, delivery }: { token: string; expiresAt: Date; delivery: Delivery },
): Promise<SentInvitation> {
  const link = (delivery === "mail" ? mailPortal : portal) + paths.invitation(token);
  if (delivery === "mail") {
    const emailContent = { to: email, locale, until: expiresAt.getTime(), link };
    await requestMail(tx, { template: "invitation", ...emailContent, merchant, inviter, role });
  }
  return { email, link, delivery };
}
