import type { LinkView } from "@/lib/core/link-view";
import type { Mode } from "@/lib/core/mode";
import { lastUrl, pendingIds, usualDescriptions } from "@/lib/domain/payment-links/create/suggestions-store";
import type { PaymentLink } from "@/lib/domain/payment-links/schema";
import { listLinksById } from "@/lib/domain/payment-links/store";
import { readTogetherAs, withMerchant } from "@/lib/platform/db";
import { readRow, readRows, type Sql } from "@/lib/platform/statement";

const shownDescriptions = 8;
const shownPendingLinks = 3;
const failedShownMs = 60_000;

/** What a person is likely to need next, based on links in the same mode. */
export type Suggestions = {
  /** The address of their last link, from which the size of the next code is estimated. */
  lastUrl: string | null;
  /** Descriptions of the links they may see, the most used first. */
  descriptions: string[];
  /** Their links that are still being created, or were until a moment ago. */
  pendingLinks: PaymentLink[];
};

export async function getSuggestions(view: LinkView, userId: string, mode: Mode): Promise<Suggestions> {
  const { asked, read } = askForSuggestions(view, { userId, mode });
  return read(await readTogetherAs(view.merchantId, ...asked));
}

/** The same for whoever asks for more at the same time: what to ask, and how the answers are read. */
export function askForSuggestions(
  view: LinkView,
  { userId, mode }: { userId: string; mode: Mode },
): { asked: Sql[]; read: (answers: unknown[][]) => Promise<Suggestions> } {
  const { merchantId } = view;
  const outcomeSince = new Date(Date.now() - failedShownMs);
  const url = lastUrl(merchantId, userId, mode);
  const descriptions = usualDescriptions(view, { mode, limit: shownDescriptions });
  const pending = pendingIds(merchantId, userId, { outcomeSince, limit: shownPendingLinks });
  return {
    asked: [url.sql, descriptions.sql, pending.sql],
    read: async ([ofUrl, ofDescriptions, ofPending]) => ({
      lastUrl: readRow(url, ofUrl)?.url ?? null,
      descriptions: readRows(descriptions, ofDescriptions).map(({ description }) => description),
      pendingLinks: await listPending(
        view,
        readRows(pending, ofPending).map(({ id }) => id),
      ),
    }),
  };
}

/** Nearly always there are none. */
function listPending({ merchantId }: LinkView, ids: string[]): Promise<PaymentLink[]> {
  if (ids.length === 0) return Promise.resolve([]);
  return withMerchant(merchantId, (tx) => listLinksById(tx, { onlyBy: null }, ids));
}
