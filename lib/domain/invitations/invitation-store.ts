import { withInvitation } from "@/lib/platform/db";

/** The merchant of the invitation with this token; a policy in the database shows that row and no other. */
export async function findInvitingMerchant(tokenHash: Uint8Array<ArrayBuffer>): Promise<string | null> {
  const row = await withInvitation(tokenHash, (tx) =>
    // The merchant is what is asked for, so it cannot be in the where.
    tx.invitation.findFirst({ where: { tokenHash }, select: { merchantId: true } }),
  );
  return row?.merchantId ?? null;
}
