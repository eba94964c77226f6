import type { MerchantId } from "@/lib/core/merchant-id";
import type { Mode } from "@/lib/core/mode";
import type { ApiKeySummary } from "@/lib/domain/api-keys/schema";
import { hasActiveKey, listActiveKeys } from "@/lib/domain/api-keys/store";
import { type MerchantTx, withMerchant } from "@/lib/platform/db";

export function listConnectedKeys(merchantId: MerchantId): Promise<ApiKeySummary[]> {
  return withMerchant(merchantId, listActiveKeys);
}

/** Whether links can be created in this mode. Within a transaction. */
export function hasKey(tx: MerchantTx, mode: Mode): Promise<boolean> {
  return hasActiveKey(tx, mode);
}
