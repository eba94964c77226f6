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
  for (let after = ""; ; ) {
    const html = await visit({ merchant }, fleet, `${merchant.path}/links${after && `?after=${after}`}`);
    const ids = [...html.matchAll(/\/links\/([0-9a-f-]{36})"/g)].map(([, id = ""]) => id);
    const news = ids.filter((id) => !shown.has(id));
    if (news.length === 0) return shown;
    for (const id of news) shown.add(id);
    after = news.at(-1) ?? "";
  }
}
