import { fail, ok, type Result } from "@/lib/core/result";
import { recordEvent } from "@/lib/domain/audit/record-event";
import { hasRoom } from "@/lib/domain/invitations/check-room";
import { chooseDelivery } from "@/lib/domain/invitations/choose-delivery";
import type { Invite, InviteFailure, SentInvitation } from "@/lib/domain/invitations/schema";
import { freshToken, mayGive, type Request, send } from "@/lib/domain/invitations/send-invitation";
import { insertInvitation } from "@/lib/domain/invitations/store";
import { findRoleLocked, isMemberByEmail } from "@/lib/domain/members/find-role";
import { withMerchant } from "@/lib/platform/db";

/** Invites an address that is not in the team yet and has no invitation pending. */
export async function inviteMember(
  request: Request & { invite: Invite },
): Promise<Result<SentInvitation, InviteFailure>> {
  const { merchantId, actor, invite } = request;
  const delivery = await chooseDelivery({ userId: actor.userId, to: invite.email });
  if (delivery === null) return fail({ code: "email_unconfirmed" });
  return withMerchant(merchantId, async (tx) => {
    // The team is locked before the invitation, here and everywhere, so that transactions cannot deadlock.
    const own = await findRoleLocked(tx, actor.userId);
    if (!mayGive(own, invite.role)) return fail({ code: "not_for_your_role" });
    if (await isMemberByEmail(tx, invite.email)) return fail({ code: "already_member" });
    if (!(await hasRoom(tx, { actor, withPending: true }))) return fail({ code: "team_full" });
    const id = crypto.randomUUID();
    const { token, ...row } = freshToken(delivery);
    if (!(await insertInvitation(tx, { id, ...invite, ...row, invitedById: actor.userId }))) {
      return fail({ code: "already_invited" });
    }
    await recordEvent(tx, { actor, action: "member.invited", targetId: id, details: invite });
    return ok(await send(tx, request, invite, { token, expiresAt: row.expiresAt, delivery }));
  });
}
