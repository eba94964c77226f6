"use server";

import { redirect } from "next/navigation";
import { isUuid } from "@/lib/core/uuid";
import { changeTemplate } from "@/lib/domain/link-templates/change-template";
import { saveLinkTemplate } from "@/lib/domain/link-templates/create-template";
import { removeTemplate } from "@/lib/domain/link-templates/remove-template";
import { parseTemplate, type TemplateField } from "@/lib/domain/link-templates/schema";
import { amountInterpretations } from "@/lib/domain/payment-links/schema";
import type { Interpretation } from "@/lib/money/money";
import { memberAction } from "@/lib/web/action";

/** Saves a new template, or changes the one that `templateId` names. */
export const saveTemplate = memberAction<TemplateField, { interpretations: Interpretation[] }>(
  "templates:manage",
  {
    fields: ["templateId", "name", "amount", "interpretation", "currency", "description"],
    tooLong: {
      name: "template_name_too_long",
      amount: "amount_too_large",
      description: "description_too_long",
    },
  },
  async ({ merchantId, merchant, person, ip }, { templateId, ...form }) => {
    const parsed = parseTemplate(form);
    if (!parsed.ok) return { errors: parsed.issues, extra: { interpretations: parsed.interpretations } };
    if (templateId !== "" && !isUuid(templateId)) return { errors: { form: "form_unreadable" } };
    const request = { merchantId, actor: { userId: person.id, ip }, content: parsed.value };
    const saved =
      templateId === ""
        ? await saveLinkTemplate(request)
        : await changeTemplate({ ...request, id: templateId });
    if (!saved.ok) {
      return { errors: { form: saved.code }, extra: { interpretations: amountInterpretations(form) } };
    }
    redirect(`/m/${merchant.slug}/settings/templates`);
  },
);

export const deleteTemplate = memberAction(
  "templates:manage",
  { fields: ["templateId"] },
  async ({ merchantId, merchant, person, ip }, { templateId }) => {
    if (!isUuid(templateId)) return { errors: { form: "form_unreadable" } };
    await removeTemplate({ merchantId, actor: { userId: person.id, ip }, id: templateId });
    redirect(`/m/${merchant.slug}/settings/templates`);
  },
);
