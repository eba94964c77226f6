import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { linkOfCode } from "@/lib/domain/payment-links/short/code-store";
import { figure } from "@/tests/bench/support/figure";
import { load } from "@/tests/bench/support/load";
import { percentile } from "@/tests/bench/support/measure";
import { addLinks } from "@/tests/bench/support/page-of-links";
import { sizes } from "@/tests/bench/support/sizes";
import { startPortal } from "@/tests/support/start-portal";
import { inEnvironment } from "@/tools/campaign/environment";
import { signUpMerchant } from "@/tools/campaign/merchants";

// Random codes, of which none may lead anywhere; and how long customers with a code wait while others guess.

const { rounds, seconds, guesses } = sizes(
  { rounds: 3, seconds: 3, guesses: 100_000 },
  { rounds: 7, seconds: 5, guesses: 1_000_000 },
);
/** The flood begins so long before it is measured, because its process has to start. */
const leadMs = 1_500;

await inEnvironment({}, async (environment) => {
  const portal = await startPortal(environment.settings, path.join(environment.directory, "portal.log"));
  environment.later(portal.stop);
  const merchant = await signUpMerchant(portal.url, environment, 0);
  await addLinks(environment.adminUrl, merchant, 1_000);
  const admin = new pg.Client({ connectionString: environment.adminUrl });
  await admin.connect();
  environment.later(() => admin.end());
  const { rows } = await admin.query<{ code: string }>("SELECT code FROM payment_links LIMIT 1");
  const code = rows[0]?.code ?? "";

  const found = await countFound(admin, code);
  figure({ what: `found with ${guesses} random codes`, value: found, isMet: found === 0 });

  const floods = { "from one address": "198.18.9.9", "from fifty addresses": "198.18.9.*" };
  const openings = async (from: string) => {
    const { times } = await load(`${portal.url}/p/${code}`, { clients: 1, seconds, from });
    return percentile(
      times.toSorted((a, b) => a - b),
      0.95,
    );
  };
  await openings("198.18.1.1");
  for (const [what, from] of Object.entries(floods)) {
    const measured: { value: number; floor: number }[] = [];
    for (let round = 0; round < rounds; round++) {
      const floor = await openings("198.18.1.1");
      const flood = load(`${portal.url}/p/*`, { clients: 50, seconds: seconds + 2 * (leadMs / 1_000), from });
      await sleep(leadMs);
      measured.push({ value: await openings("198.18.1.1"), floor });
      const { errors } = await flood;
      if (round === 0) figure({ what: `guesses answered, fifty at once ${what}`, value: errors });
    }
    const sorted = measured.toSorted((a, b) => a.value / a.floor - b.value / b.floor);
    const { value = Number.NaN, floor = Number.NaN } = sorted[Math.floor(sorted.length / 2)] ?? {};
    const isMet = value <= 2 * floor;
    figure({ what: `openings while fifty guess at once ${what}, p95`, value, unit: "ms", floor, isMet });
  }
});

/**
 * How many of so many random codes lead to a link, each looked up with the role and the statement of short addresses, as they
 * are in one session without the network between. That it finds what there is, is tried with a code that there is.
 */
async function countFound(admin: pg.Client, known: string): Promise<number> {
  await admin.query("BEGIN");
  await admin.query(`PREPARE look(text) AS ${linkOfCode("").sql.text}`);
  await admin.query("SET LOCAL plan_cache_mode = force_generic_plan; SET LOCAL ROLE cobro_resolver");
  await admin.query(`DO $do$
    DECLARE
      found int := 0;
      guess text;
      row_count int;
    BEGIN
      FOR number IN 0 .. ${guesses} LOOP
        guess := CASE number WHEN 0 THEN '${known}' ELSE new_link_code() END;
        PERFORM set_config('app.link_code', guess, true);
        EXECUTE format('EXECUTE look(%L)', guess);
        GET DIAGNOSTICS row_count = ROW_COUNT;
        found := found + row_count;
      END LOOP;
      PERFORM set_config('bench.found', found::text, true);
    END
  $do$`);
  const { rows } = await admin.query("SELECT current_setting('bench.found')::int AS found");
  await admin.query("COMMIT");
  const [{ found }] = rows;
  if (found === 0) throw new Error("not even the code that there is was found");
  return found - 1;
}
