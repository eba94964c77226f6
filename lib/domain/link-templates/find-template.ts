import type { MerchantId } from "@/lib/core/merchant-id";
import { fail, ok, type Result } from "@/lib/core/result";
import type { LinkTemplate, TemplateFailure } from "@/lib/domain/link-templates/schema";
import { findTemplate } from "@/lib/domain/link-templates/store";
import { withMerchant } from "@/lib/platform/db";

/**
 * The template if it has not changed since the person saw it: otherwise the amount may differ from that on the button.
 */
export async function templateAsSeen(
  merchantId: MerchantId,
  id: string,
  version: string,
): Promise<Result<LinkTemplate, TemplateFailure>> {
  const template = await withMerchant(merchantId, (tx) => findTemplate(tx, id));
  if (!template) return fail({ code: "template_gone" });
  return String(template.version) === version ? ok(template) : fail({ code: "template_changed" });
}
