"use server";

import { redirect } from "next/navigation";
import * as z from "zod";
import { changeTemplate } from "@/lib/domain/link-templates/change-template";
import { saveLinkTemplate } from "@/lib/domain/link-templates/create-template";
import { removeTemplate } from "@/lib/domain/link-templates/remove-template";
import { parseTemplate, type TemplateParts } from "@/lib/domain/link-templates/schema";
import { amountInterpretations } from "@/lib/domain/payment-links/new-link/schema";
import { getTranslations } from "@/lib/i18n/translations";
import { formatMoney, typedAmount } from "@/lib/money/format-money";
import type { Interpretation } from "@/lib/money/money";
import { memberAction } from "@/lib/web/action";
import { drawn, linkContent, optionalRowId, rowId, text } from "@/lib/web/form-schema";

const templateForm = z.object({ templateId: optionalRowId, drawn, name: text, ...linkContent, expiry: text });

/** Saves a new template, or changes the one with the id `templateId`. */
export const saveTemplate = memberAction<typeof templateForm, { interpretations: Interpretation[] }>(
  "templates:manage",
  {
    schema: templateForm,
    tooLong: {
      name: "template_name_too_long",
      amount: "amount_too_large",
      description: "description_too_long",
    },
  },
  async ({ merchantId, actor, paths, locale }, { templateId, drawn: asDrawn, ...form }) => {
    const parsed = parseTemplate(form);
    if (!parsed.ok) return { errors: parsed.issues, extra: { interpretations: parsed.interpretations } };
    const request = { merchantId, actor, content: parsed.value };
    const saved =
      templateId === null
        ? await saveLinkTemplate(request)
        : await changeTemplate({ ...request, id: templateId, drawn: asDrawn });
    if (!saved.ok && saved.code === "changed_meanwhile") return await conflict(saved, locale);
    if (!saved.ok) {
      return { errors: { form: saved.code }, extra: { interpretations: amountInterpretations(form) } };
    }
    redirect(paths.templatesSavedAt(String(Date.now())));
  },
);

export const deleteTemplate = memberAction(
  "templates:manage",
  { schema: z.object({ templateId: rowId, version: text }) },
  async ({ merchantId, actor, paths }, { templateId, version }) => {
    const removed = await removeTemplate({ merchantId, actor, id: templateId, drawn: version });
    if (!removed.ok) return { errors: { form: removed.code }, isChanged: true };
    redirect(paths.templates);
  },
);

type Conflict = { conflicts: (keyof TemplateParts)[]; now: TemplateParts; merged: TemplateParts };

/** An error for each field that somebody else changed too, with its current value. */
async function conflict({ conflicts, now, merged }: Conflict, locale: string) {
  const t = await getTranslations("expiry");
  const shown = {
    ...now,
    price: formatMoney(now.price.amountMinor, now.price.currency, locale),
    expiry: t(now.expiry ?? "asUsual"),
  };
  const field = (name: keyof TemplateParts) => (name === "price" ? "amount" : name);
  return {
    errors: Object.fromEntries(
      conflicts.map((name) => [field(name), { code: "changed_meanwhile" as const, now: shown[name] }]),
    ),
    values: {
      name: merged.name,
      amount: typedAmount(merged.price.amountMinor, locale),
      interpretation: "",
      currency: merged.price.currency,
      description: merged.description,
      expiry: merged.expiry ?? "",
      drawn: JSON.stringify(now),
    },
  };
}
