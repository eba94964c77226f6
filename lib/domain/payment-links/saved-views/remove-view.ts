import type { MerchantId } from "@/lib/core/merchant-id";
import { deleteView } from "@/lib/domain/payment-links/saved-views/view-store";
import { withMerchant } from "@/lib/platform/db";

/** Removes a view of the person. One that is gone already is fine. */
export function removeView({
  merchantId,
  ...view
}: {
  merchantId: MerchantId;
  userId: string;
  id: string;
}): Promise<void> {
  return withMerchant(merchantId, (tx) => deleteView(tx, view));
}
