import { findMerchantOfToken } from "@/lib/domain/invitations/store";
import { withInvitation } from "@/lib/platform/db";

/** The merchant of the invitation with this token. Row-level security shows only that row. */
export function findInvitingMerchant(tokenHash: Uint8Array<ArrayBuffer>): Promise<string | null> {
  return withInvitation(tokenHash, findMerchantOfToken);
}
