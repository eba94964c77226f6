import type { FormState } from "@/lib/core/form-state";
import type { LinkField, LinkFormExtra } from "@/lib/domain/payment-links/schema";

export type LinkState = FormState<LinkField, LinkFormExtra>;

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
