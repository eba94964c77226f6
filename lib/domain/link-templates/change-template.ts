import type { MerchantId } from "@/lib/core/merchant-id";
import { fail, ok, type Result } from "@/lib/core/result";
import { recordEvent } from "@/lib/domain/audit/record-event";
import type { Actor } from "@/lib/domain/audit/schema";
import type { TemplateContent, TemplateFailure } from "@/lib/domain/link-templates/schema";
import { updateTemplate } from "@/lib/domain/link-templates/store";
import { withMerchant } from "@/lib/platform/db";

type Request = { merchantId: MerchantId; actor: Actor };

export function changeTemplate({
  merchantId,
  actor,
  id,
  content,
}: Request & { id: string; content: TemplateContent }): Promise<Result<void, TemplateFailure>> {
  return withMerchant(merchantId, async (tx) => {
    if (!(await updateTemplate(tx, id, content))) return fail({ code: "template_gone" });
    await recordEvent(tx, {
      actor,
      action: "template.changed",
      targetId: id,
      details: facts(content),
    });
    return ok(undefined);
  });
}

export function facts({ name, amountMinor, currency }: TemplateContent) {
  return { name, amountMinor, currency };
}
