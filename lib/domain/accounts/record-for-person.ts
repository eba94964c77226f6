import { recordEvent } from "@/lib/domain/audit/record-event";
import type { AuditAction } from "@/lib/domain/audit/schema";
import { listMemberships } from "@/lib/domain/members/find-membership";
import { mintMerchantId } from "@/lib/domain/members/mint-merchant-id";
import { withMerchant } from "@/lib/platform/db";

/**
 * Records that a person signed in, signed out or was refused, in the log of each merchant they belong to.
 * @param by null when it was somebody else: an operator, or whoever typed a wrong password.
 */
export async function recordForPerson(
  userId: string,
  action: Extract<AuditAction, `session.${string}`>,
  { by, ip }: { by: "person" | null; ip: string | null },
): Promise<void> {
  const actor = by === "person" ? { userId, ip } : null;
  for (const { merchant } of await listMemberships(userId)) {
    const merchantId = mintMerchantId(merchant.id);
    await withMerchant(merchantId, (tx) => recordEvent(tx, { actor, ip, action, targetId: userId }));
  }
}
