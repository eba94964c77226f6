import path from "node:path";
import pg from "pg";
import { figure } from "@/tests/bench/support/figure";
import { inTurns, median, percentile, ratios, timed } from "@/tests/bench/support/measure";
import { PageClock } from "@/tests/bench/support/page-clock";
import { watchMemory } from "@/tests/bench/support/peak-memory";
import { residentMegabytes } from "@/tests/bench/support/processes";
import { sizes } from "@/tests/bench/support/sizes";
import { withoutIndexes } from "@/tests/bench/support/without-indexes";
import { insertApiKey } from "@/tests/fixtures/api-key";
import { insertManyLinks } from "@/tests/fixtures/many-links";
import { startPortal } from "@/tests/support/start-portal";
import { inEnvironment } from "@/tools/campaign/environment";
import { signUpMerchant } from "@/tools/campaign/merchants";

// A CSV file of all links of a merchant, from the built portal (npm run build), against Postgres's own COPY of the same
// rows, in turns; how much memory the portal's process takes for it; and how long others wait while files are written. COPY
// compresses nothing, so the file that it is compared with is not compressed; as browsers take it, it is measured beside.

const { links, rounds } = sizes({ links: 50_000, rounds: 3 }, { links: 1_000_000, rounds: 3 });

await inEnvironment({}, async (environment) => {
  const portal = await startPortal(environment.settings, path.join(environment.directory, "portal.log"));
  environment.later(portal.stop);
  const { http, path: merchant, merchantId, userId } = await signUpMerchant(portal.url, environment, 0);
  const admin = new pg.Client({ connectionString: environment.adminUrl });
  await admin.connect();
  environment.later(() => admin.end());
  await insertApiKey(admin, { merchant_id: merchantId, id: merchantId, active_mode: null });
  const from = new Date("2024-12-01T00:00:00Z");
  await withoutIndexes(admin, () =>
    insertManyLinks(admin, merchantId, { count: links, from, createdBy: [userId] }),
  );
  await admin.query("VACUUM ANALYZE payment_links");
  // Some made-up references are the same, and their links were left out.
  const { rows } = await admin.query(
    "SELECT count(*)::int AS count FROM payment_links WHERE merchant_id = $1",
    [merchantId],
  );

  const exported = async (query = "", encoding = "gzip") => {
    const headers = { "accept-encoding": encoding };
    const response = await http.request(`${merchant}/links/export.csv${query}`, { headers });
    let lines = 0;
    for await (const piece of response.body ?? []) {
      for (let at = piece.indexOf(10); at >= 0; at = piece.indexOf(10, at + 1)) lines += 1;
    }
    if (response.status !== 200 || (query === "" && lines < rows[0].count))
      throw new Error(`${response.status}: ${lines} lines`);
  };
  const copy = `COPY (SELECT id, created_at, mode, state, amount_minor, currency, description, reference, url, note, tags,
      customer_name, customer_phone, customer_reference, created_by_id
    FROM payment_links WHERE merchant_id = '${merchantId}' ORDER BY id DESC) TO STDOUT (FORMAT csv)`;
  // One that is not measured loads what only exports need.
  await exported();
  const before = residentMegabytes(portal.pid);
  const memory = watchMemory(portal.pid);
  const [plain = [], compressed = [], floors = []] = await inTurns(
    rounds,
    () => timed(() => exported("", "identity")),
    () => timed(() => exported()),
    () => timed(() => admin.query(copy)),
  );
  const more = memory() - before;
  const what = `exporting ${links} links`;
  const rate = (times: number[]) => links / (median(times) / 1_000);
  const compare = (times: number[]) => {
    // Rates: what takes four times as long has a quarter of the rate.
    const { ratio, spread } = ratios(floors, times);
    return { value: rate(times), unit: "per s", floor: rate(floors), ratio, spread };
  };
  const asCopy = compare(plain);
  figure({ what: `${what}, rows`, ...asCopy, isMet: asCopy.ratio >= 0.25 });
  figure({ what: `${what}, rows, compressed`, ...compare(compressed) });
  const clock = new PageClock();
  environment.later(() => clock.stop());
  for (const [format, query] of [
    ["CSV", ""],
    ["XLSX", "?for=xlsx"],
  ] as const) {
    const times = await whileAgain(
      () => exported(query),
      () => clock.times(portal.url, "/api/health/live", 5_000),
    );
    const waiting = (share: string, value: number) =>
      figure({ what: `a health check beside exports as ${format}, ${share}`, value, unit: "ms" });
    waiting("p50", percentile(times, 0.5));
    waiting("p99", percentile(times, 0.99));
    waiting("longest", percentile(times, 1));
  }
  figure({ what: `${what}, memory above that before it`, value: more, unit: "MB", isMet: more <= 64 });
});

/** Does the work again and again until the other is done, and answers what that has found. */
async function whileAgain<Found>(work: () => Promise<void>, find: () => Promise<Found>): Promise<Found> {
  let isDone = false;
  const finding = find().finally(() => {
    isDone = true;
  });
  while (!isDone) await work();
  return finding;
}
