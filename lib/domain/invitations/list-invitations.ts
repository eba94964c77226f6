import type { MerchantId } from "@/lib/core/merchant-id";
import type { PendingInvitation } from "@/lib/domain/invitations/schema";
import { listPending } from "@/lib/domain/invitations/store";
import { withMerchant } from "@/lib/platform/db";

export function pendingInvitations(merchantId: MerchantId): Promise<PendingInvitation[]> {
  return withMerchant(merchantId, listPending);
}
