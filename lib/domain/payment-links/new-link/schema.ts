import { type LineIssue, readLine } from "@/lib/core/line-of-text";
import { fail, ok, type Result } from "@/lib/core/result";
import type { NewLink } from "@/lib/domain/payment-links/schema";
import { isCurrency } from "@/lib/money/currencies";
import {
  type AmountFailure,
  type Interpretation,
  interpretationsIn,
  parseAmount,
  resolveAmount,
} from "@/lib/money/money";

export const descriptionLength = { max: 500 } as const;

export type DescriptionIssue = `description_${LineIssue}`;
export type NewLinkIssues = {
  amount?: `amount_${AmountFailure["code"]}`;
  currency?: "currency_not_offered";
  description?: DescriptionIssue;
};

/**
 * Checks the form's fields. `interpretations` is everything that the amount can mean when the person has to be asked;
 * it is answered also when another field is wrong, so that the person's choice is not lost. The currency is the one
 * that was meant, whether chosen or typed.
 */
export function parseNewLink(form: {
  amount: string;
  interpretation: string;
  currency: string;
  description: string;
}): Result<NewLink, { code: "invalid"; issues: NewLinkIssues; interpretations: Interpretation[] }> {
  const currency = isCurrency(form.currency) ? form.currency : null;
  // Without a currency, only errors in the digits can be reported.
  const amount = resolveAmount(form.amount, currency ?? "USD", form.interpretation);
  const description = readLine(form.description, descriptionLength.max);
  if (amount.ok && description.ok && currency) {
    return ok({ ...amount.value, description: description.value });
  }
  const issues: NewLinkIssues = {};
  if (!amount.ok && (currency || !isAskedAbout(amount))) issues.amount = `amount_${amount.code}`;
  if (!currency) issues.currency = "currency_not_offered";
  if (!description.ok) issues.description = `description_${description.code}`;
  return fail({ code: "invalid", issues, interpretations: amountInterpretations(form) });
}

/** Everything that the form's amount can mean when the person has to be asked, whether or not they have chosen. */
export function amountInterpretations(form: { amount: string; currency: string }): Interpretation[] {
  return isCurrency(form.currency) ? interpretationsIn(parseAmount(form.amount, form.currency)) : [];
}

function isAskedAbout(failure: AmountFailure): boolean {
  return "interpretations" in failure;
}
