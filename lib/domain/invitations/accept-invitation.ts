import type { MerchantId } from "@/lib/core/merchant-id";
import { fail, ok, type Result } from "@/lib/core/result";
import { noteConfirmedEmail } from "@/lib/domain/accounts/request-confirmation";
import { hasRoom } from "@/lib/domain/invitations/check-room";
import type { AcceptFailure, InvitationOffer } from "@/lib/domain/invitations/schema";
import { endInvitation, findByToken, findOffer } from "@/lib/domain/invitations/store";
import { admitMember } from "@/lib/domain/members/admit-member";
import { findRole, findRoleLocked } from "@/lib/domain/members/find-role";
import { managesRole, type Role } from "@/lib/domain/members/schema";
import { findOpenMerchant } from "@/lib/domain/merchants/find-merchant";
import { withMerchant } from "@/lib/platform/db";

type Token = { merchantId: MerchantId; tokenHash: Uint8Array<ArrayBuffer> };

/** What a token's invitation offers; null when the token is not valid. */
export function getOffer({ merchantId, tokenHash }: Token): Promise<InvitationOffer | null> {
  return withMerchant(merchantId, async (tx) => {
    const found = await findOffer(tx, tokenHash);
    if (!found || found.merchant.disabledAt) return null;
    const inviterRole = await findRole(tx, found.invitedById);
    if (!mayStillGive(inviterRole, found.role)) return null;
    const { email, role, merchant, invitedBy } = found;
    return { email, role, merchant: merchant.name, color: merchant.color, inviter: invitedBy.user.name };
  });
}

/**
 * Makes the signed-in person a member, once, if the invitation is for their email address. It is valid only as long as
 * the person who sent it is in the team and may give this role.
 */
export async function acceptInvitation({
  merchantId,
  tokenHash,
  person,
  ip,
}: Token & { person: { id: string; email: string }; ip: string | null }): Promise<
  Result<{ slug: string }, AcceptFailure>
> {
  const accepted = await withMerchant(merchantId, async (tx) => {
    const own = await findRoleLocked(tx, person.id);
    const invitation = await findByToken(tx, tokenHash);
    const merchant = await findOpenMerchant(tx);
    if (!invitation || !merchant) return fail({ code: "invitation_gone" });
    if (invitation.email !== person.email) return fail({ code: "invitation_for_another" });
    const inviterRole = await findRole(tx, invitation.invitedById);
    if (!mayStillGive(inviterRole, invitation.role)) return fail({ code: "invitation_gone" });
    const actor = { userId: person.id, ip };
    if (own === null && !(await hasRoom(tx, { actor, withPending: false })))
      return fail({ code: "no_room_in_team" });
    await endInvitation(tx, invitation.id, "acceptedAt");
    // A person who is already in the team keeps their role.
    if (own === null) await admitMember(tx, actor, invitation.role);
    return ok({ slug: merchant.slug, isMailed: invitation.isMailed });
  });
  if (!accepted.ok) return accepted;
  const { slug, isMailed } = accepted.value;
  // The link came by email, so that the address is theirs.
  if (isMailed) await noteConfirmedEmail(person.id);
  return ok({ slug });
}

function mayStillGive(inviterRole: Role | null, role: Role): boolean {
  return inviterRole !== null && managesRole(inviterRole, role);
}
