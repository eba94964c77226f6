import type { Mode } from "@/lib/core/mode";
import { fail, ok, type Result } from "@/lib/core/result";
import {
  amountInterpretations,
  type DescriptionIssue,
  type DrawnField,
  type NewLink,
  type NewLinkIssues,
  parseLine,
  parseNewLink,
} from "@/lib/domain/payment-links/schema";
import type { CurrencyCode } from "@/lib/money/currencies";
import type { Interpretation } from "@/lib/money/money";

/** A link that is made often, under a name: "Coffee". `amountMinor` is in hundredths of `currency`. */
export type LinkTemplate = {
  id: string;
  name: string;
  amountMinor: number;
  currency: CurrencyCode;
  description: string;
  /** Goes up with every change. */
  version: number;
};

export type TemplateContent = NewLink & { name: string };

export const templateNameLength = { max: 40 } as const;

/** As many as a row of buttons can still be used for. */
export const mostTemplates = 30;

/** The fields of the form that keeps a template. */
export type TemplateField = "templateId" | "name" | "amount" | "interpretation" | "currency" | "description";

export type TemplateNameIssue =
  | "template_name_missing"
  | "template_name_too_long"
  | "template_name_unprintable";
export type TemplateIssues = NewLinkIssues & { name?: TemplateNameIssue };

export type TemplateFailure =
  | { code: "template_gone" }
  | { code: "template_changed" }
  | { code: "too_many_templates" };

const nameIssues = {
  description_missing: "template_name_missing",
  description_too_long: "template_name_too_long",
  description_unprintable: "template_name_unprintable",
} as const satisfies Record<DescriptionIssue, TemplateNameIssue>;

/** Checks the form's fields, all at once. `interpretations` is all that the amount can mean when it has to be asked. */
export function parseTemplate(
  form: Record<Exclude<TemplateField, "templateId">, string>,
): Result<TemplateContent, { code: "invalid"; issues: TemplateIssues; interpretations: Interpretation[] }> {
  const name = parseLine(form.name, templateNameLength.max);
  const link = parseNewLink(form);
  if (name.ok && link.ok) return ok({ name: name.value, ...link.value });
  return fail({
    code: "invalid",
    issues: { ...(!link.ok && link.issues), ...(!name.ok && { name: nameIssues[name.code] }) },
    interpretations: amountInterpretations(form),
  });
}

/** The fields of the form that one tap on a template sends. */
export type TapField = DrawnField | "intentId" | "templateId" | "version";

/** The mode that the templates' buttons are drawn with from now on. */
export type TapExtra = { mode: Mode };
