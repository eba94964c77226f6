"use server";

import { redirect } from "next/navigation";
import { memberAction } from "@/lib/auth/action";
import { parseTemplate, type TemplateField } from "@/lib/link-templates/schema";
import { changeTemplate, keepTemplate, removeTemplate } from "@/lib/link-templates/service";
import { isUuid } from "@/lib/uuid";

/** Saves a new template, or changes the one that `templateId` names. */
export const saveTemplate = memberAction<TemplateField, { readings: number[] }>(
  "templates:manage",
  { fields: ["templateId", "name", "amount", "reading", "currency", "description"] },
  async ({ merchantId, merchant, person, ip }, { templateId, ...form }) => {
    const parsed = parseTemplate(form);
    if (!parsed.ok) return { errors: parsed.issues, extra: { readings: parsed.readings } };
    if (templateId !== "" && !isUuid(templateId)) return { errors: { form: "form_unreadable" } };
    const request = { merchantId, actor: { userId: person.id, ip }, content: parsed.value };
    const saved =
      templateId === "" ? await keepTemplate(request) : await changeTemplate({ ...request, id: templateId });
    if (!saved.ok) return { errors: { form: saved.code } };
    redirect(`/m/${merchant.slug}/settings/templates`);
  },
);

export const dropTemplate = memberAction(
  "templates:manage",
  { fields: ["templateId"] },
  async ({ merchantId, merchant, person, ip }, { templateId }) => {
    if (!isUuid(templateId)) return { errors: { form: "form_unreadable" } };
    await removeTemplate({ merchantId, actor: { userId: person.id, ip }, id: templateId });
    redirect(`/m/${merchant.slug}/settings/templates`);
  },
);
