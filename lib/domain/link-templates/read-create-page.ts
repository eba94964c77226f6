import type { LinkView } from "@/lib/core/link-view";
import type { Mode } from "@/lib/core/mode";
import { usableKey } from "@/lib/domain/api-keys/list-keys";
import type { LinkTemplate } from "@/lib/domain/link-templates/schema";
import { savedTemplates } from "@/lib/domain/link-templates/store";
import { askForSuggestions, type Suggestions } from "@/lib/domain/payment-links/create/get-suggestions";
import { inUse, usedCurrencies } from "@/lib/domain/payment-links/create/list-used-currencies";
import { findPaymentLink } from "@/lib/domain/payment-links/history/list-history";
import type { PaymentLink } from "@/lib/domain/payment-links/schema";
import type { CurrencyCode } from "@/lib/money/currencies";
import { readTogetherAs } from "@/lib/platform/db";
import { readRow, readRows } from "@/lib/platform/statement";

export type CreatePage = {
  hasKey: boolean;
  suggestions: Suggestions;
  templates: LinkTemplate[];
  usedCurrencies: CurrencyCode[];
  /** The link that the form is filled in from. */
  source: PaymentLink | null;
};

/**
 * All that the page for a new link shows, in one message to Postgres.
 * @param from the id of the link to fill in the form from; null for an empty form.
 */
export async function readCreatePage(
  { view, userId, from }: { view: LinkView; userId: string; from: string | null },
  merchant: { mode: Mode; defaultCurrency: string },
): Promise<CreatePage> {
  const { merchantId } = view;
  const key = usableKey(merchantId, merchant.mode);
  const templates = savedTemplates(merchantId);
  const currencies = usedCurrencies(merchantId);
  const suggestions = askForSuggestions(view, { userId, mode: merchant.mode });
  const [ofKey, ofTemplates, ofCurrencies, ...ofSuggestions] = await readTogetherAs(
    merchantId,
    ...[key.sql, templates.sql, currencies.sql, ...suggestions.asked],
  );
  const latest = readRows(currencies, ofCurrencies).map(({ currency }) => currency);
  return {
    hasKey: readRow(key, ofKey) !== null,
    suggestions: await suggestions.read(ofSuggestions),
    source: from === null ? null : await findPaymentLink(view, from),
    templates: readRows(templates, ofTemplates).flat(),
    usedCurrencies: inUse(merchant.defaultCurrency, latest),
  };
}
