import type { MerchantId } from "@/lib/core/merchant-id";
import { mintMerchantId } from "@/lib/domain/members/mint-merchant-id";
import { findMerchantFacts, listMerchants, type MerchantFacts } from "@/lib/domain/operator/store";
import { withMerchant, withSystem } from "@/lib/platform/db";

export type OperatorMerchant = { merchantId: MerchantId; slug: string; disabledAt: Date | null };

export async function allMerchants(): Promise<OperatorMerchant[]> {
  const merchants = await withSystem(listMerchants);
  return merchants.map(({ id, ...merchant }) => ({ ...merchant, merchantId: mintMerchantId(id) }));
}

export function merchantFacts(merchantId: MerchantId): Promise<MerchantFacts> {
  return withMerchant(merchantId, findMerchantFacts);
}
