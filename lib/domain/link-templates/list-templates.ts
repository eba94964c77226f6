import type { MerchantId } from "@/lib/core/merchant-id";
import type { LinkTemplate } from "@/lib/domain/link-templates/schema";
import { listTemplates } from "@/lib/domain/link-templates/store";
import { withMerchant } from "@/lib/platform/db";

/** In the order of their creation. */
export function listMerchantTemplates(merchantId: MerchantId): Promise<LinkTemplate[]> {
  return withMerchant(merchantId, listTemplates);
}
