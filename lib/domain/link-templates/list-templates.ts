import type { MerchantId } from "@/lib/core/merchant-id";
import type { LinkTemplate } from "@/lib/domain/link-templates/schema";
import { savedTemplates } from "@/lib/domain/link-templates/store";
import { readTogetherAs } from "@/lib/platform/db";
import { readRows } from "@/lib/platform/statement";

/** In the order of their creation. */
export async function listMerchantTemplates(merchantId: MerchantId): Promise<LinkTemplate[]> {
  const saved = savedTemplates(merchantId);
  const [rows] = await readTogetherAs(merchantId, saved.sql);
  return readRows(saved, rows).flat();
}
