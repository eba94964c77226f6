import type { MerchantId } from "@/lib/core/merchant-id";
import { fail, ok, type Result } from "@/lib/core/result";
import { recordEvent } from "@/lib/domain/audit/record-event";
import type { Actor } from "@/lib/domain/audit/schema";
import { facts } from "@/lib/domain/link-templates/change-template";
import {
  mostTemplates,
  type TemplateContent,
  type TemplateFailure,
} from "@/lib/domain/link-templates/schema";
import { countTemplates, insertTemplate } from "@/lib/domain/link-templates/store";
import { withMerchant } from "@/lib/platform/db";
import { uuidv7 } from "@/lib/platform/uuidv7";

type Request = { merchantId: MerchantId; actor: Actor };

export function saveLinkTemplate({
  merchantId,
  actor,
  content,
}: Request & { content: TemplateContent }): Promise<Result<void, TemplateFailure>> {
  return withMerchant(merchantId, async (tx) => {
    if ((await countTemplates(tx)) >= mostTemplates) return fail({ code: "too_many_templates" });
    const id = uuidv7();
    await insertTemplate(tx, { id, createdById: actor.userId, ...content });
    await recordEvent(tx, {
      actor,
      action: "template.created",
      targetId: id,
      details: facts(content),
    });
    return ok(undefined);
  });
}
