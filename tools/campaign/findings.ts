import type { CreateRequest } from "@/tools/campaign/create-request";
import { type Fleet, visit } from "@/tools/campaign/forms";
import type { InboxAgent } from "@/tools/campaign/inbox-agent";
import type { Findings } from "@/tools/campaign/invariants";
import type { CampaignMerchant } from "@/tools/campaign/merchants";
import { readRows } from "@/tools/campaign/rows";

/** Collects everything that is compared, including the portal's pages. */
export async function gather(
  {
    merchant,
    inboxAgent,
    createRequests,
  }: { merchant: CampaignMerchant; inboxAgent: InboxAgent; createRequests: CreateRequest[] },
  fleet: Fleet,
  adminUrl: string,
): Promise<Findings> {
  const [upstream, rows, shownInHistory, unconfirmedLinks] = await Promise.all([
    merchant.account.links(),
    readRows(adminUrl, merchant.merchantId),
    readHistory(merchant, fleet),
    inboxAgent.shownUnconfirmed(),
  ]);
  return {
    merchant,
    createRequests,
    upstream,
    rows,
    shownInHistory,
    shownInInbox: new Set(unconfirmedLinks),
  };
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
