import { fail, ok, type Result } from "@/lib/core/result";
import { recordEvent } from "@/lib/domain/audit/record-event";
import { getVersion } from "@/lib/domain/invitations/schema";
import { mayGive, type Request } from "@/lib/domain/invitations/send-invitation";
import { endInvitation, findPending } from "@/lib/domain/invitations/store";
import { findRoleLocked } from "@/lib/domain/members/find-role";
import { withMerchant } from "@/lib/platform/db";

/**
 * Makes an invitation invalid. If it was accepted or revoked before, nothing changes.
 * @param drawn the version that the person's page showed. An invitation that was sent again later stays valid.
 */
export async function revokeInvitation({
  merchantId,
  actor,
  id,
  drawn,
}: Pick<Request, "merchantId" | "actor"> & { id: string; drawn?: string }): Promise<
  Result<void, { code: "changed_since" }>
> {
  return withMerchant(merchantId, async (tx) => {
    const own = await findRoleLocked(tx, actor.userId);
    const pending = await findPending(tx, id);
    if (!pending || !mayGive(own, pending.role)) return ok(undefined);
    if (drawn !== undefined && drawn !== getVersion(pending)) return fail({ code: "changed_since" });
    await endInvitation(tx, id, "revokedAt");
    const details = { email: pending.email };
    await recordEvent(tx, { actor, action: "member.invitation_revoked", targetId: id, details });
    return ok(undefined);
  });
}
