"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { changeTemplate } from "@/lib/domain/link-templates/change-template";
import { saveLinkTemplate } from "@/lib/domain/link-templates/create-template";
import { removeTemplate } from "@/lib/domain/link-templates/remove-template";
import { parseTemplate } from "@/lib/domain/link-templates/schema";
import { amountInterpretations } from "@/lib/domain/payment-links/schema";
import type { Interpretation } from "@/lib/money/money";
import { memberAction } from "@/lib/web/action";
import { linkContent, optionalRowId, rowId, text } from "@/lib/web/form-schema";

const templateForm = z.object({ templateId: optionalRowId, name: text, ...linkContent });

/** Saves a new template, or changes the one that `templateId` names. */
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
  async ({ merchantId, actor, paths }, { templateId, ...form }) => {
    const parsed = parseTemplate(form);
    if (!parsed.ok) return { errors: parsed.issues, extra: { interpretations: parsed.interpretations } };
    const request = { merchantId, actor, content: parsed.value };
    const saved =
      templateId === null
        ? await saveLinkTemplate(request)
        : await changeTemplate({ ...request, id: templateId });
    if (!saved.ok) {
      return { errors: { form: saved.code }, extra: { interpretations: amountInterpretations(form) } };
    }
    redirect(paths.templates);
  },
);

export const deleteTemplate = memberAction(
  "templates:manage",
  { schema: z.object({ templateId: rowId }) },
  async ({ merchantId, actor, paths }, { templateId }) => {
    await removeTemplate({ merchantId, actor, id: templateId });
    redirect(paths.templates);
  },
);
