import type { MerchantId } from "@/lib/core/merchant-id";
import { fail, ok, type Result } from "@/lib/core/result";
import type { LinkTemplate, TemplateFailure } from "@/lib/domain/link-templates/schema";
import { findTemplate } from "@/lib/domain/link-templates/store";
import { withMerchant } from "@/lib/platform/db";

/** The template as whoever tapped it saw it: one that was changed since says another amount than its button did. */
export async function templateAsSeen(
  merchantId: MerchantId,
  id: string,
  version: string,
): Promise<Result<LinkTemplate, TemplateFailure>> {
  const template = await withMerchant(merchantId, (tx) => findTemplate(tx, id));
  if (!template) return fail({ code: "template_gone" });
  return String(template.version) === version ? ok(template) : fail({ code: "template_changed" });
}
