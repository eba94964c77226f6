import { type LineIssue, readLine } from "@/lib/core/line-of-text";
import { type UsualExpiry, usualExpiries } from "@/lib/core/link-expiry";
import type { Mode } from "@/lib/core/mode";
import { fail, ok, type Result } from "@/lib/core/result";
import {
  amountInterpretations,
  type NewLinkIssues,
  parseNewLink,
} from "@/lib/domain/payment-links/new-link/schema";
import type { DrawnField, NewLink } from "@/lib/domain/payment-links/schema";
import type { CurrencyCode } from "@/lib/money/currencies";
import type { Interpretation } from "@/lib/money/money";

/** A link that is created often, under a name: "Coffee". `amountMinor` is in hundredths of `currency`. */
export type LinkTemplate = {
  id: string;
  name: string;
  amountMinor: number;
  currency: CurrencyCode;
  description: string;
  /** When its links expire; null for what the business's others do. */
  expiry: UsualExpiry | null;
  /** Incremented with every change. */
  version: number;
};

export type TemplateContent = NewLink & { name: string; expiry: UsualExpiry | null };

export const templateNameLength = { max: 40 } as const;

/** With more than this, a row of buttons is of no use. */
export const mostTemplates = 30;

/** The fields of the form that saves a template. */
export type TemplateField =
  | "templateId"
  | "drawn"
  | "name"
  | "amount"
  | "interpretation"
  | "currency"
  | "description"
  | "expiry";

export type TemplateNameIssue = `template_name_${LineIssue}`;
export type TemplateIssues = NewLinkIssues & { name?: TemplateNameIssue };

/** The parts of a template that can be changed independently. An amount belongs to its currency. */
export type TemplateParts = {
  name: string;
  price: { amountMinor: number; currency: CurrencyCode };
  description: string;
  expiry: UsualExpiry | null;
};

export function toParts({
  name,
  amountMinor,
  currency,
  description,
  expiry,
}: TemplateContent): TemplateParts {
  return { name, price: { amountMinor, currency }, description, expiry };
}

export type TemplateFailure =
  | { code: "template_gone" }
  | { code: "template_changed" }
  | { code: "too_many_templates" };

/** Checks all fields of the form. `interpretations` is what the amount can mean when the person has to be asked. */
export function parseTemplate(
  form: Record<Exclude<TemplateField, "templateId" | "drawn">, string>,
): Result<TemplateContent, { code: "invalid"; issues: TemplateIssues; interpretations: Interpretation[] }> {
  const name = readLine(form.name, templateNameLength.max);
  const link = parseNewLink(form);
  const expiry = usualExpiries.find((one) => one === form.expiry) ?? null;
  if (name.ok && link.ok) return ok({ name: name.value, ...link.value, expiry });
  const issues: TemplateIssues = link.ok ? {} : link.issues;
  if (!name.ok) issues.name = `template_name_${name.code}`;
  return fail({ code: "invalid", issues, interpretations: amountInterpretations(form) });
}

/** The fields that a tap on a template sends. */
export type TapField = DrawnField | "intentId" | "templateId" | "version";

/** The mode to show the templates' buttons with from now on. */
export type TapExtra = { mode: Mode };
