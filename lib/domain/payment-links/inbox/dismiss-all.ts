import type { LinkView } from "@/lib/core/link-view";
import { recordEvent } from "@/lib/domain/audit/record-event";
import type { Actor } from "@/lib/domain/audit/schema";
import type { SeenKind } from "@/lib/domain/payment-links/inbox/schema";
import { dismissShown, listDismissedAt, undismiss } from "@/lib/domain/payment-links/inbox/see-all-store";
import { withMerchant } from "@/lib/platform/db";

/** As many as are written in a transaction, so that others do not wait long for one of them. */
const batch = 1_000;

type Request = { view: LinkView; actor: Actor; kind: SeenKind };

/**
 * Dismisses all links of a kind that the inbox showed, however many there are.
 * @param upTo when the page was made: what came later was not seen.
 * @returns how many, and the moment with which that is undone.
 */
export async function seeAll({
  view,
  actor,
  kind,
  upTo,
}: Request & { upTo: Date }): Promise<{ count: number; at: Date }> {
  const at = new Date();
  let count = 0;
  for (let links = batch; links === batch; count += links) {
    links = await withMerchant(view.merchantId, async (tx) => {
      const dismissed = await dismissShown(tx, view, { kind, upTo, at, limit: batch });
      const details = { kind, links: String(dismissed) };
      if (dismissed > 0) await recordEvent(tx, { actor, action: "inbox.seen", details });
      return dismissed;
    });
  }
  return { count, at };
}

/** Shows again what was dismissed at that moment. Links that have changed since stay as they are. */
export async function undoSeeAll({
  view,
  actor,
  kind,
  at,
}: Request & { at: Date }): Promise<{ count: number }> {
  const ids = await withMerchant(view.merchantId, (tx) => listDismissedAt(tx, view, { kind, at }));
  let count = 0;
  for (let from = 0; from < ids.length; from += batch) {
    count += await withMerchant(view.merchantId, async (tx) => {
      const links = await undismiss(tx, ids.slice(from, from + batch), at);
      const details = { kind, links: String(links) };
      if (links > 0) await recordEvent(tx, { actor, action: "inbox.seen_undone", details });
      return links;
    });
  }
  return { count };
}
