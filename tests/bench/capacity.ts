import pg from "pg";
import { fill } from "@/bin/seed/fill";
import { everyLink } from "@/lib/core/link-view";
import { mintMerchantId } from "@/lib/domain/members/mint-merchant-id";
import { historyPage } from "@/lib/domain/payment-links/history/list-history";
import { inboxCount } from "@/lib/domain/payment-links/inbox/get-inbox";
import { onDatabase } from "@/tests/bench/support/database";
import { figure } from "@/tests/bench/support/figure";
import { percentile, times } from "@/tests/bench/support/measure";
import { sizes } from "@/tests/bench/support/sizes";
import { readableHistory } from "@/tests/support/filters";

// Whether the model in docs/operations.md holds while an installation grows: at three sizes, how much disk and how much of
// it in indexes each link takes, and what a page of the history and a search cost, of merchants chosen evenly. A link must
// take no more, and a page no longer, in a large installation than in a small one.

const { small, medium, large, runs } = sizes(
  { small: 5, medium: 15, large: 40, runs: 60 },
  { small: 10, medium: 90, large: 400, runs: 200 },
);
const linksEach = 1_000;
const mostGrowth = 1.25;
/** A machine that does other things too makes single pages slower. */
const mostSlower = 2;

// No sandbox listens there, so the seed starts one of its own.
await onDatabase(bench, { SANDBOX_URL: "http://127.0.0.1:9", SANDBOX_PUBLIC_URL: "http://127.0.0.1:9" });

type Size = { perLink: number; indexesPerLink: number; page: number; search: number };

async function bench(admin: pg.Client): Promise<void> {
  const client = new pg.Client({ connectionString: process.env.DATABASE_URL });
  await client.connect();
  const empty = await readNumber(admin, "SELECT pg_database_size(current_database())");
  let first: Size | undefined;
  let merchants = 0;
  for (const [at, more] of [small, medium, large].entries()) {
    await fill(client, { merchants: more, links: more * linksEach, seed: at + 1 });
    merchants += more;
    const size = await measure(admin, merchants * linksEach, empty);
    first ??= size;
    report(`${merchants} merchants with ${merchants * linksEach} links`, size, first);
  }
  await client.end();
}

async function measure(admin: pg.Client, links: number, empty: number): Promise<Size> {
  const bytes = (await readNumber(admin, "SELECT pg_database_size(current_database())")) - empty;
  const indexes = await readNumber(
    admin,
    "SELECT sum(pg_indexes_size(oid)) FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace",
  );
  const { rows } = await admin.query("SELECT merchant_id FROM merchants ORDER BY md5(slug)");
  const views = rows.map(({ merchant_id: id }) => everyLink(mintMerchantId(id)));
  const read = async (query: Record<string, string>) => {
    const found = await times(runs, async (run) => {
      const view = views[run % views.length];
      if (!view) return;
      await historyPage(view, readableHistory(query), "America/Costa_Rica");
      await inboxCount(view);
    });
    return percentile(found, 0.5);
  };
  return {
    ...{ perLink: bytes / links / 1_000, indexesPerLink: indexes / links / 1_000 },
    ...{ page: await read({}), search: await read({ q: "25.00" }) },
  };
}

function report(at: string, size: Size, first: Size): void {
  const names = [
    ["disk for each link", "perLink", "kB", mostGrowth],
    ["of it in indexes", "indexesPerLink", "kB", mostGrowth],
    ["a page of the history, p50", "page", "ms", mostSlower],
    ["a search, p50", "search", "ms", mostSlower],
  ] as const;
  for (const [what, name, unit, most] of names) {
    const [value, floor] = [size[name], first[name]];
    figure({ what: `${at}: ${what}`, value, unit, floor, isMet: value <= floor * most });
  }
}

async function readNumber(admin: pg.Client, sql: string): Promise<number> {
  const { rows } = await admin.query<[string]>({ text: sql, rowMode: "array" });
  return Number(rows[0]?.[0]);
}
