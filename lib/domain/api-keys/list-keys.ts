import type { MerchantId } from "@/lib/core/merchant-id";
import type { ApiKeySummary } from "@/lib/domain/api-keys/schema";
import { listActiveKeys } from "@/lib/domain/api-keys/store";
import { withMerchant } from "@/lib/platform/db";

export function listConnectedKeys(merchantId: MerchantId): Promise<ApiKeySummary[]> {
  return withMerchant(merchantId, listActiveKeys);
}
