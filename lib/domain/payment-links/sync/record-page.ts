import type { Mode } from "@/lib/core/mode";
import { recordEvent } from "@/lib/domain/audit/record-event";
import {
  type FoundLink,
  followActive,
  hasUnconfirmed,
  insertFound,
  type TurnedLink,
} from "@/lib/domain/payment-links/sync/found-link-store";
import type { ListedItem } from "@/lib/domain/payment-links/sync/schema";
import {
  insertUpstreamLinks,
  markUpstreamLinks,
  updateUpstreamLinks,
} from "@/lib/domain/payment-links/sync/sync-store";
import type { MerchantTx } from "@/lib/platform/db";

export type Page = {
  apiKeyId: string;
  mode: Mode;
  items: ListedItem[];
  /** The run that the links are marked with; null leaves their marks unchanged. */
  scanId: string | null;
  /** The list was completely known before: what is found now was created since, and is recorded as an event. */
  wasComplete: boolean;
  /**
   * The list was read to its end before. What was in it when the key was connected is history, which nobody is asked
   * about.
   */
  wasRead: boolean;
};

/** Stores what a page of upstream's list shows, and answers how many of its ids are new for the key. */
export async function recordPage(tx: MerchantTx, page: Page): Promise<number> {
  const { apiKeyId, mode, scanId, wasComplete, wasRead } = page;
  const items = inOrder(page.items);
  if (items.length === 0) return 0;
  const fresh = await insertUpstreamLinks(tx, apiKeyId, items, scanId);
  const known = items.filter(({ upstreamId }) => !fresh.has(upstreamId));
  const changed = await followKnown(tx, page, known);

  // On most pages every link has its row already, and nothing about it has changed.
  const news = items.filter(({ upstreamId }) => fresh.has(upstreamId) || changed.has(upstreamId));
  if (news.length === 0) return 0;
  const isDismissed = !wasComplete && !wasRead && !(await hasUnconfirmed(tx, apiKeyId));
  const found = await insertFound(tx, { apiKeyId, mode, items: news, isDismissed });
  const foundIds = new Set(found.map(({ upstreamId }) => upstreamId));
  const older = news.filter(({ upstreamId }) => !foundIds.has(upstreamId));
  const turned = older.length > 0 ? await followActive(tx, mode, older) : [];
  await report(tx, wasComplete ? found : [], turned);
  return fresh.size;
}

async function followKnown(
  tx: MerchantTx,
  { apiKeyId, scanId }: Page,
  known: ListedItem[],
): Promise<Set<string>> {
  if (known.length === 0) return new Set();
  const ids = known.map(({ upstreamId }) => upstreamId);
  if (scanId !== null) await markUpstreamLinks(tx, apiKeyId, ids, scanId);
  return updateUpstreamLinks(tx, apiKeyId, known);
}

async function report(tx: MerchantTx, found: FoundLink[], turned: TurnedLink[]): Promise<void> {
  for (const { id, upstreamId } of found) {
    const details = { upstreamId };
    await recordEvent(tx, { actor: null, action: "link.found", targetId: id, details });
  }
  for (const { id, active } of turned) {
    const action = active ? "link.turned_active" : "link.turned_inactive";
    await recordEvent(tx, { actor: null, action, targetId: id });
  }
}

/** Each id once, and always in the same order, so that two transactions cannot deadlock. */
function inOrder(items: ListedItem[]): ListedItem[] {
  const byId = new Map(items.map((item) => [item.upstreamId, item]));
  return [...byId.values()].sort((a, b) => (a.upstreamId < b.upstreamId ? -1 : 1));
}
