import type { MerchantId } from "@/lib/core/merchant-id";
import { mergeChanges } from "@/lib/core/merge-changes";
import { fail, ok, type Result } from "@/lib/core/result";
import { recordEvent } from "@/lib/domain/audit/record-event";
import type { Actor } from "@/lib/domain/audit/schema";
import {
  type TemplateContent,
  type TemplateFailure,
  type TemplateParts,
  toParts,
} from "@/lib/domain/link-templates/schema";
import { lockTemplate, updateTemplate } from "@/lib/domain/link-templates/store";
import { withMerchant } from "@/lib/platform/db";

type Request = { merchantId: MerchantId; actor: Actor };

type ChangeFailure =
  | TemplateFailure
  | {
      code: "changed_meanwhile";
      conflicts: (keyof TemplateParts)[];
      now: TemplateParts;
      merged: TemplateParts;
    };

/**
 * Writes what the person changed. What somebody else changed meanwhile stays; what both changed is asked about.
 * @param drawn the template as the form showed it when it was opened.
 */
export function changeTemplate({
  merchantId,
  actor,
  id,
  content: sent,
  drawn = {},
}: Request & { id: string; content: TemplateContent; drawn?: Record<string, unknown> }): Promise<
  Result<void, ChangeFailure>
> {
  return withMerchant(merchantId, async (tx) => {
    const template = await lockTemplate(tx, id);
    if (!template) return fail({ code: "template_gone" });
    const now = toParts(template);
    const { changes, conflicts, merged } = mergeChanges({ drawn, sent: toParts(sent), now });
    if (conflicts.length > 0) return fail({ code: "changed_meanwhile", conflicts, now, merged });
    if (Object.keys(changes).length === 0) return ok(undefined);
    const { price, ...texts } = merged;
    const content = { ...texts, ...price };
    await updateTemplate(tx, id, content);
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
