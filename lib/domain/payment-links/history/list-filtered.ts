import type { LinkView } from "@/lib/core/link-view";
import { type FilteredQuery, readSelections } from "@/lib/domain/payment-links/history/build-selections";
import { beginFinding } from "@/lib/domain/payment-links/history/find-links";
import { countSelected } from "@/lib/domain/payment-links/history/get-totals";
import { onlyIds } from "@/lib/domain/payment-links/history/look-store";
import type { PaymentLink } from "@/lib/domain/payment-links/schema";
import { listLinksById } from "@/lib/domain/payment-links/store";
import { readTogetherAs, withMerchant } from "@/lib/platform/db";

/** The links that match the filters, in the order that is asked for; when no link does, those that are close. */
export async function listFiltered(
  view: LinkView,
  query: FilteredQuery & { limit: number },
): Promise<PaymentLink[]> {
  const ids = await findFiltered(view, query);
  return withMerchant(view.merchantId, (tx) => listLinksById(tx, view, ids));
}

/** Their ids. */
export async function findFiltered(
  view: LinkView,
  { limit, ...query }: FilteredQuery & { limit: number },
): Promise<string[]> {
  const selections = await readSelections(view, query);
  const begun = beginFinding(view, selections, { columns: onlyIds, limit });
  const [answer] = await readTogetherAs(view.merchantId, begun.asked);
  return (await begun.finish(answer)).links.map(({ id }) => id);
}

/** How many there are. */
export async function countFiltered(view: LinkView, query: FilteredQuery): Promise<number> {
  const { exact, close } = await readSelections(view, query);
  const count = await countSelected(view, exact);
  return count === 0 && close ? countSelected(view, close) : count;
}
