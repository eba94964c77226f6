import type { LinkView } from "@/lib/core/link-view";
import type { Mode } from "@/lib/core/mode";
import { hasKey } from "@/lib/domain/api-keys/list-keys";
import type { LinkTemplate } from "@/lib/domain/link-templates/schema";
import { listTemplates } from "@/lib/domain/link-templates/store";
import {
  findSource,
  readSuggestions,
  type Suggestions,
} from "@/lib/domain/payment-links/create/get-suggestions";
import { currenciesInUse } from "@/lib/domain/payment-links/create/list-used-currencies";
import type { PaymentLink } from "@/lib/domain/payment-links/schema";
import type { CurrencyCode } from "@/lib/money/currencies";
import { withMerchant } from "@/lib/platform/db";

export type CreatePage = {
  hasKey: boolean;
  suggestions: Suggestions;
  templates: LinkTemplate[];
  usedCurrencies: CurrencyCode[];
  /** The link that the form is filled in from. */
  source: PaymentLink | null;
};

/**
 * All that the page for a new link shows, read in one transaction.
 * @param from the id of the link to fill in the form from; null for an empty form.
 */
export function readCreatePage(
  { view, userId, from }: { view: LinkView; userId: string; from: string | null },
  merchant: { mode: Mode; defaultCurrency: string },
): Promise<CreatePage> {
  return withMerchant(view.merchantId, async (tx) => ({
    hasKey: await hasKey(tx, merchant.mode),
    suggestions: await readSuggestions(tx, view, { userId, mode: merchant.mode }),
    source: from === null ? null : await findSource(tx, view, from),
    templates: await listTemplates(tx),
    usedCurrencies: await currenciesInUse(tx, merchant),
  }));
}
