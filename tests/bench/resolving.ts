import path from "node:path";
import pg from "pg";
import { mintMerchantId } from "@/lib/domain/members/mint-merchant-id";
import { buildBareApp } from "@/tests/bench/support/bare-app";
import { figure } from "@/tests/bench/support/figure";
import { type Load, load } from "@/tests/bench/support/load";
import { inTurns, median, percentile, ratios } from "@/tests/bench/support/measure";
import { addLinks } from "@/tests/bench/support/page-of-links";
import { sizes } from "@/tests/bench/support/sizes";
import { insertManyLinks } from "@/tests/fixtures/many-links";
import { startPortal } from "@/tests/support/start-portal";
import { inEnvironment } from "@/tools/campaign/environment";
import { signUpMerchant } from "@/tools/campaign/merchants";

// Short addresses, beside a route of the same Next.js that only looks the code up and redirects; with a thousand links and
// with very many; and random codes, of which none may lead anywhere.

const { rounds, seconds, many, guesses } = sizes(
  { rounds: 3, seconds: 3, many: 50_000, guesses: 100_000 },
  { rounds: 5, seconds: 5, many: 1_000_000, guesses: 1_000_000 },
);
const clients = 4;

await inEnvironment({}, async (environment) => {
  const bareApp = await buildBareApp();
  environment.later(bareApp.remove);
  const portal = await startPortal(environment.settings, path.join(environment.directory, "portal.log"));
  environment.later(portal.stop);
  const merchant = await signUpMerchant(portal.url, environment, 0);
  await addLinks(environment.adminUrl, merchant, 1_000);
  const admin = new pg.Client({ connectionString: environment.adminUrl });
  await admin.connect();
  const { rows } = await admin.query<{ code: string }>("SELECT code FROM payment_links LIMIT 1");
  const address = `/p/${rows[0]?.code}`;
  const bare = await bareApp.start({ DATABASE_URL: environment.settings.DATABASE_URL ?? "" });
  environment.later(bare.stop);
  const ask = (url: string) => load(`${url}${address}`, { clients, seconds });

  const [ours = [], floors = []] = await inTurns<Load>(
    rounds,
    () => ask(portal.url),
    () => ask(bare.url),
  );
  const rates = (loads: Load[]) => loads.map(({ perSecond }) => perSecond);
  const p99 = (loads: Load[]) =>
    median(
      loads.map(({ times }) =>
        percentile(
          times.toSorted((a, b) => a - b),
          0.99,
        ),
      ),
    );
  const { ratio, spread } = ratios(rates(ours), rates(floors));
  const [value, floor] = [median(rates(ours)), median(rates(floors))];
  figure({ what: "short addresses", value, unit: "per s", floor, ratio, spread, isMet: ratio >= 0.85 });
  figure({ what: "short addresses, p99", value: p99(ours), unit: "ms", floor: p99(floors) });

  const owner = mintMerchantId(merchant.merchantId);
  await insertManyLinks(admin, owner, {
    count: many,
    from: new Date("2020-01-01"),
    createdBy: [merchant.userId],
  });
  await admin.query("ANALYZE payment_links");
  const among = await ask(portal.url);
  const grown = p99([among]) / p99(ours);
  figure({
    what: `p99 among ${many} links`,
    value: p99([among]),
    unit: "ms",
    floor: p99(ours),
    ratio: grown,
    isMet: grown <= 1.2,
  });

  const hits = await admin.query(
    "SELECT count(*)::int AS found FROM (SELECT new_link_code() AS code FROM generate_series(1, $1::int)) AS guess JOIN payment_links USING (code)",
    [guesses],
  );
  const found = hits.rows[0]?.found ?? -1;
  figure({ what: `found with ${guesses} random codes`, value: found, isMet: found === 0 });
  await admin.end();
});
