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

// Short addresses, beside a route of the same Next.js that only looks the code up and redirects; and beside the same portal
// on a copy of its database with very many more links, both at once, in turns.

const { rounds, seconds, many } = sizes(
  { rounds: 5, seconds: 2, many: 50_000 },
  { rounds: 9, seconds: 5, many: 1_000_000 },
);
const clients = 4;

await inEnvironment({}, async (environment) => {
  const bareApp = await buildBareApp();
  environment.later(bareApp.remove);
  const log = (name: string) => path.join(environment.directory, `${name}.log`);
  const first = await startPortal(environment.settings, log("first"));
  const merchant = await signUpMerchant(first.url, environment, 0);
  await addLinks(environment.adminUrl, merchant, 1_000);
  // A database that is copied may have no connections.
  await first.stop();
  const copyUrl = await copyDatabase(environment.adminUrl, String(environment.settings.DATABASE_URL));
  const address = await grow(new URL("cobro_many", environment.adminUrl).href, merchant);

  const portal = await startPortal(environment.settings, log("portal"));
  environment.later(portal.stop);
  const grown = await startPortal({ ...environment.settings, DATABASE_URL: copyUrl }, log("grown"));
  environment.later(grown.stop);
  const bare = await bareApp.start({ DATABASE_URL: environment.settings.DATABASE_URL ?? "" });
  environment.later(bare.stop);

  const ask = ({ url }: { url: string }) => load(`${url}${address}`, { clients, seconds });
  const [ours = [], floors = [], amongMany = []] = await inTurns<Load>(
    rounds,
    () => ask(portal),
    () => ask(bare),
    () => ask(grown),
  );
  const errors = [...ours, ...amongMany].reduce((sum, one) => sum + one.errors, 0);
  figure({ what: "short addresses, other answers than a redirect", value: errors, isMet: errors === 0 });
  compareRates("short addresses", ours, floors, 0.85);
  figure({ what: "short addresses, p99", value: p99(ours), unit: "ms", floor: p99(floors) });
  compareRates(`short addresses, ${many} links against 1,000`, amongMany, ours, 1 / 1.2);
  figure({ what: `p99, ${many} links against 1,000`, value: p99(amongMany), unit: "ms", floor: p99(ours) });
});

function compareRates(what: string, ours: Load[], floors: Load[], goal: number): void {
  const [rates, least] = [ours, floors].map((loads) => loads.map(({ perSecond }) => perSecond));
  const { ratio, spread } = ratios(rates ?? [], least ?? []);
  const [value, floor] = [median(rates ?? []), median(least ?? [])];
  figure({ what, value, unit: "per s", floor, ratio, spread, isMet: ratio >= goal });
}

function p99(loads: Load[]): number {
  const each = loads.map(({ times }) => times.toSorted((a, b) => a - b));
  return median(each.map((times) => percentile(times, 0.99)));
}

/** @returns its address for the portal. */
async function copyDatabase(adminUrl: string, portalUrl: string): Promise<string> {
  const admin = new pg.Client({ connectionString: new URL("postgres", adminUrl).href });
  await admin.connect();
  await admin.query(`CREATE DATABASE cobro_many TEMPLATE cobro OWNER "${new URL(portalUrl).username}"`);
  await admin.end();
  return new URL("cobro_many", portalUrl).href;
}

/**
 * Adds the many links. The index of search keys takes most of the time of writing them, and no code is looked up in it.
 * @returns the short address of a link that is in both databases.
 */
async function grow(adminUrl: string, { merchantId, userId }: { merchantId: string; userId: string }) {
  const admin = new pg.Client({ connectionString: adminUrl });
  await admin.connect();
  const { rows } = await admin.query<{ code: string }>("SELECT code FROM payment_links LIMIT 1");
  await admin.query("DROP INDEX payment_links_search_idx");
  await insertManyLinks(admin, mintMerchantId(merchantId), {
    ...{ count: many, from: new Date("2020-01-01"), createdBy: [userId] },
  });
  await admin.query("VACUUM ANALYZE payment_links");
  await admin.end();
  return `/p/${rows[0]?.code}`;
}
