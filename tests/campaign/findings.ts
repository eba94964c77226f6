import type { Clerk } from "@/tests/campaign/clerk";
import { type Fleet, visit } from "@/tests/campaign/forms";
import type { CampaignMerchant } from "@/tests/campaign/merchants";
import { readRows } from "@/tests/campaign/rows";
import type { Findings } from "@/tests/campaign/verdict";
import type { Wish } from "@/tests/campaign/wish";

/** Reads what there is to compare, the pages too, page by page. */
export async function gather(
  { merchant, clerk, wishes }: { merchant: CampaignMerchant; clerk: Clerk; wishes: Wish[] },
  fleet: Fleet,
  adminUrl: string,
): Promise<Findings> {
  const [upstream, rows, shownInHistory, doubts] = await Promise.all([
    merchant.account.links(),
    readRows(adminUrl, merchant.merchantId),
    readHistory(merchant, fleet),
    clerk.shownDoubts(),
  ]);
  return { merchant, wishes, upstream, rows, shownInHistory, shownInInbox: new Set(doubts) };
}

async function readHistory(merchant: CampaignMerchant, fleet: Fleet): Promise<Set<string>> {
  const shown = new Set<string>();
  for (let page: string | undefined = `${merchant.path}/links`; page !== undefined; ) {
    const html = await visit({ merchant }, fleet, page);
    for (const [, id = ""] of html.matchAll(/href="[^"]*\/links\/([0-9a-f-]{36})["?]/g)) shown.add(id);
    page = /<a\b[^>]*\bdata-older=""[^>]*>/.exec(html)?.[0].match(/href="([^"]+)"/)?.[1];
  }
  return shown;
}
