import { parseNewLink } from "@/lib/domain/payment-links/new-link/schema";
import type { NewLink } from "@/lib/domain/payment-links/schema";
import { isCurrency } from "@/lib/money/currencies";
import type { LinkState } from "./link-form";

/** An empty form, where the server cannot be asked for one: the form before it has become a draft. */
export function emptyState({ values }: LinkState): LinkState {
  const { currency = "", expiry = "" } = values;
  return {
    values: { amount: "", currency, description: "", expiry },
    errors: {},
    extra: { intentId: crypto.randomUUID(), interpretations: [] },
  };
}

/** With the draft's intent: if the submission did arrive, submitting it again creates nothing twice. */
export function withDraft({ values, errors, extra }: LinkState, draft: Record<string, string>): LinkState {
  const intentId = draft.intentId || (extra?.intentId ?? "");
  return { values: { ...values, ...draft }, errors, extra: { interpretations: [], ...extra, intentId } };
}

/** The link that a form would create; null when the server has to report an error. */
export function linkIn(formData: FormData): NewLink | null {
  const text = (name: string) => String(formData.get(name) ?? "");
  const [amount, interpretation, currency, description] = [
    text("amount"),
    text("interpretation"),
    text("currency"),
    text("description"),
  ];
  if (!isCurrency(currency)) return null;
  const parsed = parseNewLink({ amount, interpretation, currency, description });
  return parsed.ok ? parsed.value : null;
}
