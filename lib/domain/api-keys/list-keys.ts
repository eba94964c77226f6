import type { MerchantId } from "@/lib/core/merchant-id";
import type { Mode } from "@/lib/core/mode";
import type { ApiKeySummary } from "@/lib/domain/api-keys/schema";
import { listActiveKeys, usableKeyRow } from "@/lib/domain/api-keys/store";
import { withMerchant } from "@/lib/platform/db";
import type { Statement } from "@/lib/platform/statement";

export function listConnectedKeys(merchantId: MerchantId): Promise<ApiKeySummary[]> {
  return withMerchant(merchantId, listActiveKeys);
}

/** The key with which links can be created in this mode, if there is one. A statement. */
export function usableKey(merchantId: MerchantId, mode: Mode): Statement<{ id: string }> {
  return usableKeyRow(merchantId, mode);
}
