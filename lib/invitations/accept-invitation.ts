import { recordEvent } from "@/lib/audit/service";
import { type Tx, withMerchant } from "@/lib/db";
import type { AcceptFailure, InvitationOffer } from "@/lib/invitations/schema";
import { findByToken, findOffer, settle } from "@/lib/invitations/store";
import { managesRole, type Role } from "@/lib/members/schema";
import { admitMember, lockedRoleOf, roleOf } from "@/lib/members/service";
import type { MerchantId } from "@/lib/merchant-id";
import { openSlug } from "@/lib/merchants/service";
import { fail, ok, type Result } from "@/lib/result";

type Token = { merchantId: MerchantId; tokenHash: Uint8Array<ArrayBuffer> };

/** What a token offers to whoever holds it; null when it is of no use. */
export function offerOf({ merchantId, tokenHash }: Token): Promise<InvitationOffer | null> {
  return withMerchant(merchantId, async (tx) => {
    const found = await findOffer(tx, merchantId, tokenHash);
    if (!found || found.merchant.disabledAt) return null;
    const inviterRole = await roleOf(tx, merchantId, found.invitedById);
    if (!mayStillGive(inviterRole, found.role)) return null;
    const { email, role, merchant, invitedBy } = found;
    return { email, role, merchant: merchant.name, color: merchant.color, inviter: invitedBy.user.name };
  });
}

/**
 * Makes the signed-in person a member, once, if the invitation is for their address. It rests on the authority of
 * whoever sent it: from somebody who has left, or may no longer give the role, it is worth nothing.
 */
export function acceptInvitation({
  merchantId,
  tokenHash,
  person,
  ip,
}: Token & { person: { id: string; email: string }; ip: string | null }): Promise<
  Result<{ slug: string }, AcceptFailure>
> {
  return withMerchant(merchantId, async (tx) => {
    const own = await lockedRoleOf(tx, merchantId, person.id);
    const invitation = await findByToken(tx, merchantId, tokenHash);
    const slug = await openSlug(tx, merchantId);
    if (!invitation || slug === null) return fail({ code: "invitation_gone" });
    if (invitation.email !== person.email) return fail({ code: "invitation_for_another" });
    const inviterRole = await roleOf(tx, merchantId, invitation.invitedById);
    if (!mayStillGive(inviterRole, invitation.role)) return fail({ code: "invitation_gone" });
    await settle(tx, merchantId, invitation.id, "acceptedAt");
    // Who is in the team already keeps the role they have.
    if (own === null) await join(tx, merchantId, { person, ip, role: invitation.role });
    return ok({ slug });
  });
}

function mayStillGive(inviterRole: Role | null, role: Role): boolean {
  return inviterRole !== null && managesRole(inviterRole, role);
}

async function join(
  tx: Tx,
  merchantId: MerchantId,
  { person, ip, role }: { person: { id: string }; ip: string | null; role: Role },
): Promise<void> {
  await admitMember(tx, merchantId, { userId: person.id, role });
  const actor = { userId: person.id, ip };
  await recordEvent(tx, merchantId, {
    actor,
    action: "member.joined",
    targetId: person.id,
    details: { role },
  });
}
