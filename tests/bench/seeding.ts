import path from "node:path";
import pg from "pg";
import { fill } from "@/bin/seed/fill";
import { onDatabase } from "@/tests/bench/support/database";
import { figure } from "@/tests/bench/support/figure";
import { inTurns, median, ratios, timed } from "@/tests/bench/support/measure";
import { sizes } from "@/tests/bench/support/sizes";

// How fast `npm run seed` writes links, with all that belongs to them, against Postgres's own COPY of the same rows into a
// table with the same indexes and nothing else. In turns: each round adds another merchant with as many links, and COPY
// adds those to its table, so that both tables have always as many rows.

const { links, rounds, seed } = sizes({ links: 40_000, rounds: 1 }, { links: 40_000, rounds: 7 });

// No sandbox listens there, so the seed starts one of its own.
await onDatabase(bench, { SANDBOX_URL: "http://127.0.0.1:9", SANDBOX_PUBLIC_URL: "http://127.0.0.1:9" });

async function bench(admin: pg.Client): Promise<void> {
  const client = new pg.Client({ connectionString: process.env.DATABASE_URL });
  await client.connect();
  // Without the generated columns it could not have the same indexes.
  await admin.query("CREATE TABLE plain (LIKE payment_links INCLUDING INDEXES INCLUDING GENERATED)");
  let round = 0;
  const [seeded = [], copied = []] = await inTurns(
    rounds,
    () => timed(() => fill(client, { merchants: 1, links, seed: seed + round++ })),
    () => copyNewest(admin),
  );
  await client.end();
  const { ratio, spread } = ratios(copied, seeded);
  const [value = 0, floor = 0] = [seeded, copied].map((times) => links / (median(times) / 1_000));
  figure({ what: `seeding ${links} links`, value, unit: "per s", floor, ratio, spread, isMet: ratio >= 0.5 });
}

/** How long COPY takes to write the links that were seeded last. */
async function copyNewest(admin: pg.Client): Promise<number> {
  const { rows } = await admin.query<{ columns: string }>(
    `SELECT string_agg(quote_ident(attname), ', ') AS columns FROM pg_attribute
     WHERE attrelid = 'payment_links'::regclass AND attnum > 0 AND attgenerated = '' AND NOT attisdropped`,
  );
  const columns = rows[0]?.columns;
  const file = path.join(process.env.DATA_DIR ?? "", "postgres", "links.copy");
  const newest = "SELECT merchant_id FROM merchants WHERE merchant_id NOT IN (SELECT merchant_id FROM plain)";
  await admin.query(
    `COPY (SELECT ${columns} FROM payment_links WHERE merchant_id = (${newest})) TO '${file}'`,
  );
  const ms = await timed(() => admin.query(`COPY plain (${columns}) FROM '${file}'`));
  // As the seed does after its own rows.
  await admin.query("VACUUM ANALYZE plain");
  return ms;
}
