import { findMerchantOfToken } from "@/lib/domain/invitations/store";
import { withInvitation } from "@/lib/platform/db";

/** The merchant of the invitation with this token; a policy in the database shows that row and no other. */
export function findInvitingMerchant(tokenHash: Uint8Array<ArrayBuffer>): Promise<string | null> {
  return withInvitation(tokenHash, findMerchantOfToken);
}
