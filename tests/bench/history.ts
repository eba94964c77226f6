import pg from "pg";
import { fill } from "@/bin/seed/fill";
import { everyLink, type LinkView } from "@/lib/core/link-view";
import { mintMerchantId } from "@/lib/domain/members/mint-merchant-id";
import { historyPage } from "@/lib/domain/payment-links/history/list-history";
import { getInbox, inboxCount } from "@/lib/domain/payment-links/inbox/get-inbox";
import { onDatabase } from "@/tests/bench/support/database";
import { figure } from "@/tests/bench/support/figure";
import { percentile, times } from "@/tests/bench/support/measure";
import { sizes } from "@/tests/bench/support/sizes";
import { readableHistory } from "@/tests/support/filters";

// A merchant with very many links: how long a page of the history takes: the newest, one far down, with a search and
// with filters. The floor is reading as many rows with plain SQL.

const { links, runs, seed } = sizes({ links: 50_000, runs: 21 }, { links: 1_000_000, runs: 41 });
const zone = "America/Costa_Rica";

// No sandbox listens there, so the seed starts one of its own.
await onDatabase(bench, { SANDBOX_URL: "http://127.0.0.1:9", SANDBOX_PUBLIC_URL: "http://127.0.0.1:9" });

async function bench(admin: pg.Client): Promise<void> {
  const client = new pg.Client({ connectionString: process.env.DATABASE_URL });
  await client.connect();
  await fill(client, { merchants: 1, links, seed });
  await client.end();

  const { rows } = await admin.query("SELECT merchant_id, name FROM merchants");
  const view = everyLink(mintMerchantId(rows[0].merchant_id));
  const floor = percentile(await times(runs, () => plainPage(admin, view)), 0.5);
  const works = new Map<string, () => Promise<unknown>>([
    ["what every page counts for the inbox", () => inboxCount(view)],
    ["inbox", () => getInbox(view)],
  ]);
  for (const [what, query] of Object.entries(await pages(admin))) {
    works.set(what, () => historyPage(view, readableHistory(query), zone));
  }
  for (const [what, work] of works) {
    const found = await times(runs, work);
    for (const share of [0.5, 0.95]) {
      figure({ what: `${what}, p${share * 100}`, value: percentile(found, share), unit: "ms", floor });
    }
  }
}

/** The queries of the pages that are measured. */
async function pages(admin: pg.Client): Promise<Record<string, Record<string, string>>> {
  const one = async (sql: string) => (await admin.query(sql)).rows[0];
  const deep = await one(`SELECT id FROM payment_links ORDER BY id OFFSET ${Math.floor(links / 2)} LIMIT 1`);
  const oldest = await one(
    "SELECT id, reference, description, upstream_id FROM payment_links ORDER BY id LIMIT 1",
  );
  const person = await one("SELECT user_id FROM memberships WHERE role = 'viewer'");
  return {
    "newest page": {},
    "page in the middle": { after: deep.id },
    "search for a common word": { q: oldest.description.split(" ")[0] },
    "search for the reference of the oldest": { q: oldest.reference },
    "search for the id of the oldest": { q: oldest.upstream_id },
    "search for what is nowhere": { q: "unicornio" },
    "search for an amount": { q: "25.00" },
    "not confirmed": { state: "unknown" },
    rejected: { state: "rejected" },
    "a currency that is nowhere": { currency: "JMD" },
    "of who made none": { creator: person?.user_id },
    "a day in the past": { from: dayAgo(15), to: dayAgo(15) },
  };
}

function dayAgo(days: number): string {
  return new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10);
}

async function plainPage(admin: pg.Client, { merchantId }: LinkView): Promise<void> {
  await admin.query("SELECT * FROM payment_links WHERE merchant_id = $1 ORDER BY id DESC LIMIT 31", [
    merchantId,
  ]);
}
