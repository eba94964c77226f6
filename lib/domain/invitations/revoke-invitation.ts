import { recordEvent } from "@/lib/domain/audit/record-event";
import { mayGive, type Request } from "@/lib/domain/invitations/send-invitation";
import { endInvitation, findPending } from "@/lib/domain/invitations/store";
import { findRoleLocked } from "@/lib/domain/members/find-role";
import { withMerchant } from "@/lib/platform/db";

/** Makes an invitation invalid. If it was accepted or revoked before, nothing changes. */
export async function revokeInvitation({
  merchantId,
  actor,
  id,
}: Pick<Request, "merchantId" | "actor"> & { id: string }): Promise<void> {
  await withMerchant(merchantId, async (tx) => {
    const own = await findRoleLocked(tx, actor.userId);
    const pending = await findPending(tx, id);
    if (!pending || !mayGive(own, pending.role)) return;
    await endInvitation(tx, id, "revokedAt");
    const details = { email: pending.email };
    await recordEvent(tx, { actor, action: "member.invitation_revoked", targetId: id, details });
  });
}
