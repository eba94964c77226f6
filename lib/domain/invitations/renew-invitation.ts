import { fail, ok, type Result } from "@/lib/core/result";
import { recordEvent } from "@/lib/domain/audit/record-event";
import type { InviteFailure, SentInvitation } from "@/lib/domain/invitations/schema";
import { freshToken, mayGive, type Request, send } from "@/lib/domain/invitations/send-invitation";
import { findPending, replaceToken } from "@/lib/domain/invitations/store";
import { findRoleLocked } from "@/lib/domain/members/find-role";
import { withMerchant } from "@/lib/platform/db";

/** Gives a pending invitation a new token; the old one is invalid from then on. An email is sent only if asked for. */
export function renewInvitation(
  request: Request & { id: string; byMail: boolean },
): Promise<Result<SentInvitation, InviteFailure | { code: "invitation_ended" }>> {
  const { merchantId, actor, id, byMail } = request;
  return withMerchant(merchantId, async (tx) => {
    const own = await findRoleLocked(tx, actor.userId);
    const pending = await findPending(tx, id);
    if (!pending) return fail({ code: "invitation_ended" });
    if (!mayGive(own, pending.role)) return fail({ code: "not_for_your_role" });
    const { token, ...row } = freshToken();
    await replaceToken(tx, id, { ...row, invitedById: actor.userId });
    const details = { email: pending.email };
    await recordEvent(tx, { actor, action: "member.invitation_renewed", targetId: id, details });
    return ok(await send(tx, request, pending, { token, expiresAt: row.expiresAt, byMail }));
  });
}
