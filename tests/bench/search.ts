import type pg from "pg";
import { everyLink, type LinkView } from "@/lib/core/link-view";
import { lastPlace } from "@/lib/domain/payment-links/history/list-history";
import { readHistory } from "@/lib/domain/payment-links/history/read-history";
import { onDatabase } from "@/tests/bench/support/database";
import { figure } from "@/tests/bench/support/figure";
import { percentile, timed } from "@/tests/bench/support/measure";
import { sizes } from "@/tests/bench/support/sizes";
import { withoutIndexes } from "@/tests/bench/support/without-indexes";
import { insertApiKey } from "@/tests/fixtures/api-key";
import { insertManyLinks } from "@/tests/fixtures/many-links";
import { readableHistory } from "@/tests/support/filters";
import { newMerchant } from "@/tests/support/merchants";

// Searches and pages of a merchant with very many links, against the same of one with few in the same database, and
// those of the small one against itself while it was alone. In turns, so that a busy machine slows both. There may be
// other merchants with as many links as the large one: `--others 10` writes eleven million links, in half an hour.

const { large, small, others, rounds } = sizes(
  { large: 50_000, small: 1_000, others: 0, rounds: 9 },
  { large: 1_000_000, small: 1_000, others: 0, rounds: 21 },
);
const from = new Date("2024-12-01T00:00:00Z");

/** What else people ask of a history, without a goal of its own. */
const otherQueries = {
  "a typing error": { q: "sopaa" },
  "two frequent words": { q: "mesa sopa" },
  "typing errors in as many short words as there is room for": {
    q: "sxpa mxsa cxfe cxrt lxbr pxst jxgo trxj vxst txll lxvd msxj xlqr xntr flxr cmxs cxna dsxy clxs cnsx",
  },
  "by amount": { sort: "highest" },
  "at least what no link has": { min: "99999" },
  "a currency that is nowhere": { currency: "JMD" },
  "a day long ago": { from: "2024-12-02", to: "2024-12-02" },
};

await onDatabase(bench);

async function bench(admin: pg.Client): Promise<void> {
  const few = await merchantWith(admin, small);
  const [alone = 0] = await medians(reading(few, { q: "unicornio" }));
  const many = await withoutIndexes(admin, async () => {
    for (let number = 0; number < others; number++) await merchantWith(admin, large);
    return merchantWith(admin, large);
  });
  await admin.query("VACUUM ANALYZE payment_links");

  const searches = [
    ["no hit", "unicornio", "unicornio"],
    ["rare", (await rowAt(admin, many, 0)).upstream_id, (await rowAt(admin, few, 0)).upstream_id],
    ["frequent", "sopa", "sopa"],
  ];
  for (const [what, ofMany, ofFew] of searches) {
    const [value = 0, floor = 0] = await medians(reading(many, { q: ofMany }), reading(few, { q: ofFew }));
    compare(`search, ${what}, ${large} links against ${small}`, { value, floor, goal: 3 });
    if (what === "rare") figure({ what: "search, rare", value, unit: "ms", isMet: value <= 15 });
    if (what === "no hit") {
      compare(`search of ${small} beside ${large}, against alone`, { value: floor, floor: alone, goal: 1.5 });
    }
  }
  const [first = 0, last = 0, deep = 0, firstOfFew = 0] = await medians(
    reading(many, {}),
    reading(many, { before: lastPlace("newest") }),
    reading(many, { after: (await rowAt(admin, many, 0.1)).id }),
    reading(few, {}),
  );
  compare("first page, many links against few", { value: first, floor: firstOfFew, goal: 1.2 });
  compare("last page against the first", { value: last, floor: first, goal: 1.3 });
  compare("page 90% deep against the first", { value: deep, floor: first, goal: 1.3 });
  for (const [what, query] of Object.entries(otherQueries)) {
    const [value = 0] = await medians(reading(many, query));
    figure({ what: `history, ${what}`, value, unit: "ms", floor: first });
  }
}

function compare(what: string, { value, floor, goal }: { value: number; floor: number; goal: number }): void {
  figure({ what, value, unit: "ms", floor, isMet: value <= floor * goal });
}

type Reader = LinkView & { userId: string };

async function merchantWith(admin: pg.Client, count: number): Promise<Reader> {
  const { merchantId, actor } = await newMerchant();
  await insertApiKey(admin, { merchant_id: merchantId, id: merchantId, active_mode: null });
  const ms = await timed(() =>
    insertManyLinks(admin, merchantId, { count, from, createdBy: [actor.userId] }),
  );
  figure({ what: `writing ${count} links`, value: count / (ms / 1_000), unit: "per s" });
  return { ...everyLink(merchantId), userId: actor.userId };
}

/** All that the page of the history shows, with what its filters offer. */
function reading({ userId, ...view }: Reader, query: Record<string, string>): () => Promise<unknown> {
  const merchant = { timeZone: "UTC", defaultCurrency: "USD" };
  return () => readHistory(view, { filters: readableHistory(query), merchant, userId });
}

/** The median time of each, in rounds in which each has its turn. Two rounds before them do not count. */
async function medians(...works: (() => Promise<unknown>)[]): Promise<number[]> {
  const times = works.map((): number[] => []);
  for (let round = -2; round < rounds; round++) {
    for (const [at, work] of works.entries()) {
      const ms = await timed(work);
      if (round >= 0) times[at]?.push(ms);
    }
  }
  return times.map((found) =>
    percentile(
      found.sort((a, b) => a - b),
      0.5,
    ),
  );
}

async function rowAt(admin: pg.Client, { merchantId }: LinkView, share: number) {
  const sql =
    "SELECT id, upstream_id FROM payment_links WHERE merchant_id = $1 ORDER BY id OFFSET $2 LIMIT 1";
  return (await admin.query(sql, [merchantId, Math.floor(large * share)])).rows[0];
}
