import type { MerchantId } from "@/lib/core/merchant-id";
import { fail, ok, type Result } from "@/lib/core/result";
import type { Actor } from "@/lib/domain/audit/schema";
import { recordEvent } from "@/lib/domain/audit/service";
import {
  type Invite,
  type InviteFailure,
  invitationHours,
  type PendingInvitation,
  type SentInvitation,
} from "@/lib/domain/invitations/schema";
import {
  endInvitation,
  findPending,
  insertInvitation,
  listPending,
  replaceToken,
} from "@/lib/domain/invitations/store";
import { managesRole, type Role } from "@/lib/domain/members/schema";
import { findRoleLocked, isMember } from "@/lib/domain/members/service";
import { type Tx, withMerchant } from "@/lib/platform/db";
import { isMailConfigured, requestMail } from "@/lib/platform/mail/request-mail";
import { newToken } from "@/lib/platform/one-time-token";

/** Who sends it, how they are named in the letter, and the language that its reader probably speaks. */
type Request = {
  merchantId: MerchantId;
  actor: Actor;
  inviter: string;
  merchant: string;
  locale: string;
  /** Where the portal is, as the link in the letter says: `https://cobro.example`. */
  portal: string;
};

/** Invites an address that is not in the team yet and has no invitation pending. */
export function inviteMember(
  request: Request & { invite: Invite },
): Promise<Result<SentInvitation, InviteFailure>> {
  const { merchantId, actor, invite } = request;
  return withMerchant(merchantId, async (tx) => {
    // The team is locked before the invitation, here and everywhere: nobody waits for each other in a circle.
    const own = await findRoleLocked(tx, merchantId, actor.userId);
    if (!mayGive(own, invite.role)) return fail({ code: "not_for_your_role" });
    if (await isMember(tx, merchantId, invite.email)) return fail({ code: "already_member" });
    const id = crypto.randomUUID();
    const { token, ...row } = freshToken();
    if (!(await insertInvitation(tx, merchantId, { id, ...invite, ...row, invitedById: actor.userId }))) {
      return fail({ code: "already_invited" });
    }
    await recordEvent(tx, merchantId, { actor, action: "member.invited", targetId: id, details: invite });
    return ok(await send(tx, request, invite, { token, expiresAt: row.expiresAt }));
  });
}

/** Makes a new link for a pending invitation; the old one is dead from then on. Mails it only where asked to. */
export function renewInvitation(
  request: Request & { id: string; byMail: boolean },
): Promise<Result<SentInvitation, InviteFailure | { code: "invitation_ended" }>> {
  const { merchantId, actor, id, byMail } = request;
  return withMerchant(merchantId, async (tx) => {
    const own = await findRoleLocked(tx, merchantId, actor.userId);
    const pending = await findPending(tx, merchantId, id);
    if (!pending) return fail({ code: "invitation_ended" });
    if (!mayGive(own, pending.role)) return fail({ code: "not_for_your_role" });
    const { token, ...row } = freshToken();
    await replaceToken(tx, merchantId, id, { ...row, invitedById: actor.userId });
    const details = { email: pending.email };
    await recordEvent(tx, merchantId, { actor, action: "member.invitation_renewed", targetId: id, details });
    return ok(await send(tx, request, pending, { token, expiresAt: row.expiresAt, byMail }));
  });
}

/** Nobody can take it up any more. Revoking what was accepted or revoked before changes nothing. */
export async function revokeInvitation({
  merchantId,
  actor,
  id,
}: Pick<Request, "merchantId" | "actor"> & { id: string }): Promise<void> {
  await withMerchant(merchantId, async (tx) => {
    const own = await findRoleLocked(tx, merchantId, actor.userId);
    const pending = await findPending(tx, merchantId, id);
    if (!pending || !mayGive(own, pending.role)) return;
    await endInvitation(tx, merchantId, id, "revokedAt");
    const details = { email: pending.email };
    await recordEvent(tx, merchantId, { actor, action: "member.invitation_revoked", targetId: id, details });
  });
}

export function pendingInvitations(merchantId: MerchantId): Promise<PendingInvitation[]> {
  return withMerchant(merchantId, (tx) => listPending(tx, merchantId));
}

function mayGive(own: Role | null, role: Role): boolean {
  return own !== null && managesRole(own, role);
}

function freshToken() {
  return { ...newToken(), expiresAt: new Date(Date.now() + invitationHours * 3_600_000) };
}

async function send(
  tx: Tx,
  { merchantId, inviter, merchant, locale, portal }: Request,
  { email, role }: Invite,
  { token, expiresAt, byMail = true }: { token: string; expiresAt: Date; byMail?: boolean },
): Promise<SentInvitation> {
  const link = `${portal}/invite/${token}`;
  const isMailed = byMail && isMailConfigured();
  if (isMailed) {
    const emailContent = { to: email, locale, until: expiresAt.getTime(), link };
    await requestMail(tx, merchantId, { template: "invitation", ...emailContent, merchant, inviter, role });
  }
  return { email, link, isMailed };
}
