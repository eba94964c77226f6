import path from "node:path";
import pg from "pg";
import { figure } from "@/tests/bench/support/figure";
import { inTurns, median, ratios, timed } from "@/tests/bench/support/measure";
import { watchMemory } from "@/tests/bench/support/peak-memory";
import { residentMegabytes } from "@/tests/bench/support/processes";
import { sizes } from "@/tests/bench/support/sizes";
import { insertApiKey } from "@/tests/fixtures/api-key";
import { insertManyLinks } from "@/tests/fixtures/many-links";
import { startPortal } from "@/tests/support/start-portal";
import { inEnvironment } from "@/tools/campaign/environment";
import { signUpMerchant } from "@/tools/campaign/merchants";

// A CSV file of all links of a merchant, from the built portal (npm run build), against Postgres's own COPY of the same
// rows, in turns; and how much memory the portal's process takes for it.

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
  await insertManyLinks(admin, merchantId, { count: links, from, createdBy: [userId] });
  await admin.query("VACUUM ANALYZE payment_links");
  // Some made-up references are the same, and their links were left out.
  const { rows } = await admin.query(
    "SELECT count(*)::int AS count FROM payment_links WHERE merchant_id = $1",
    [merchantId],
  );

  const exported = async () => {
    const response = await http.request(`${merchant}/links/export.csv`);
    let lines = 0;
    for await (const piece of response.body ?? []) {
      for (const byte of piece) if (byte === 10) lines += 1;
    }
    if (response.status !== 200 || lines < rows[0].count)
      throw new Error(`${response.status}: ${lines} lines`);
  };
  const copy = `COPY (SELECT id, created_at, mode, state, amount_minor, currency, description, reference, url, note, tags,
      customer_name, customer_phone, customer_reference, created_by_id
    FROM payment_links WHERE merchant_id = '${merchantId}' ORDER BY id DESC) TO STDOUT (FORMAT csv)`;
  // One that is not measured loads what only exports need.
  await exported();
  const before = residentMegabytes(portal.pid);
  const memory = watchMemory(portal.pid);
  const [ours = [], floors = []] = await inTurns(
    rounds,
    () => timed(exported),
    () => timed(() => admin.query(copy)),
  );
  const more = memory() - before;
  // Rates: what takes four times as long has a quarter of the rate.
  const { ratio, spread } = ratios(floors, ours);
  const [value = 0, floor = 0] = [ours, floors].map((times) => links / (median(times) / 1_000));
  const what = `exporting ${links} links`;
  figure({ what: `${what}, rows`, value, unit: "per s", floor, ratio, spread, isMet: ratio >= 0.25 });
  figure({ what: `${what}, memory above that before it`, value: more, unit: "MB", isMet: more <= 64 });
});
