import type { MerchantId } from "@/lib/core/merchant-id";
import { fail, ok, type Result } from "@/lib/core/result";
import type { Actor } from "@/lib/domain/audit/schema";
import { recordEvent } from "@/lib/domain/audit/service";
import {
  type LinkTemplate,
  mostTemplates,
  type TemplateContent,
  type TemplateFailure,
} from "@/lib/domain/link-templates/schema";
import {
  countTemplates,
  findTemplate,
  insertTemplate,
  listTemplates,
  retireTemplate,
  updateTemplate,
} from "@/lib/domain/link-templates/store";
import { withMerchant } from "@/lib/platform/db";
import { uuidv7 } from "@/lib/platform/uuidv7";

type Request = { merchantId: MerchantId; actor: Actor };

/** In the order in which they were made. */
export function listMerchantTemplates(merchantId: MerchantId): Promise<LinkTemplate[]> {
  return withMerchant(merchantId, (tx) => listTemplates(tx, merchantId));
}

/** The template as whoever tapped it saw it: one that was changed since says another amount than its button did. */
export async function templateAsSeen(
  merchantId: MerchantId,
  id: string,
  version: string,
): Promise<Result<LinkTemplate, TemplateFailure>> {
  const template = await withMerchant(merchantId, (tx) => findTemplate(tx, merchantId, id));
  if (!template) return fail({ code: "template_gone" });
  return String(template.version) === version ? ok(template) : fail({ code: "template_changed" });
}

export function saveLinkTemplate({
  merchantId,
  actor,
  content,
}: Request & { content: TemplateContent }): Promise<Result<void, TemplateFailure>> {
  return withMerchant(merchantId, async (tx) => {
    if ((await countTemplates(tx, merchantId)) >= mostTemplates) return fail({ code: "too_many_templates" });
    const id = uuidv7();
    await insertTemplate(tx, merchantId, { id, createdById: actor.userId, ...content });
    await recordEvent(tx, merchantId, {
      actor,
      action: "template.created",
      targetId: id,
      details: facts(content),
    });
    return ok(undefined);
  });
}

export function changeTemplate({
  merchantId,
  actor,
  id,
  content,
}: Request & { id: string; content: TemplateContent }): Promise<Result<void, TemplateFailure>> {
  return withMerchant(merchantId, async (tx) => {
    if (!(await updateTemplate(tx, merchantId, id, content))) return fail({ code: "template_gone" });
    await recordEvent(tx, merchantId, {
      actor,
      action: "template.changed",
      targetId: id,
      details: facts(content),
    });
    return ok(undefined);
  });
}

/** One that is gone already stays gone. */
export function removeTemplate({ merchantId, actor, id }: Request & { id: string }): Promise<void> {
  return withMerchant(merchantId, async (tx) => {
    const template = await findTemplate(tx, merchantId, id);
    if (!template || !(await retireTemplate(tx, merchantId, id))) return;
    const details = { name: template.name };
    await recordEvent(tx, merchantId, { actor, action: "template.removed", targetId: id, details });
  });
}

function facts({ name, amountMinor, currency }: TemplateContent) {
  return { name, amountMinor, currency };
}
