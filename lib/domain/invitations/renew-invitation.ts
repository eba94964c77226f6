import { fail, ok, type Result } from "@/lib/core/result";
import { recordEvent } from "@/lib/domain/audit/record-event";
import { chooseDelivery } from "@/lib/domain/invitations/choose-delivery";
import { getVersion, type InviteFailure, type SentInvitation } from "@/lib/domain/invitations/schema";
import { freshToken, mayGive, type Request, send } from "@/lib/domain/invitations/send-invitation";
import { findPending, replaceToken } from "@/lib/domain/invitations/store";
import { findRoleLocked } from "@/lib/domain/members/find-role";
import { withMerchant } from "@/lib/platform/db";

/** Gives a pending invitation a new token; the old one is invalid from then on. An email is sent only if asked for. */
export async function renewInvitation(
  request: Request & {
    id: string;
    byMail: boolean;
    /** The version that the person's page showed. An invitation that was sent again later stays valid. */
    drawn?: string;
  },
): Promise<Result<SentInvitation, InviteFailure | { code: "invitation_ended" | "changed_since" }>> {
  const { merchantId, actor, id, byMail, drawn } = request;
  const to = byMail ? await withMerchant(merchantId, (tx) => findPending(tx, id)) : null;
  const delivery = to ? await chooseDelivery({ userId: actor.userId, to: to.email }) : "by_hand";
  if (delivery === null) return fail({ code: "email_unconfirmed" });
  return withMerchant(merchantId, async (tx) => {
    const own = await findRoleLocked(tx, actor.userId);
    const pending = await findPending(tx, id);
    if (!pending) return fail({ code: "invitation_ended" });
    if (!mayGive(own, pending.role)) return fail({ code: "not_for_your_role" });
    if (drawn !== undefined && drawn !== getVersion(pending)) return fail({ code: "changed_since" });
    const { token, ...row } = freshToken(delivery);
    await replaceToken(tx, id, { ...row, invitedById: actor.userId });
    const details = { email: pending.email };
    await recordEvent(tx, { actor, action: "member.invitation_renewed", targetId: id, details });
    return ok(await send(tx, request, pending, { token, expiresAt: row.expiresAt, delivery }));
  });
}
