import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import pg from "pg";
import { hashEvent } from "@/lib/audit/chain";
import { auditPage } from "@/lib/audit/read-log";
import { sealEvents } from "@/lib/audit/seal-events";
import { verifyChain } from "@/lib/audit/verify-chain";
import { disconnect } from "@/lib/db";
import { uuidv7 } from "@/lib/uuid";
import { startEmbeddedPostgres } from "@/prisma/embedded";
import { migrate } from "@/prisma/migrate";
import { newMerchant, type TestMerchant } from "@/tests/support/merchants";

// A merchant with a million audit rows: how long its page takes, how long verifying takes, and whether one altered,
// one removed and one inserted row are each found. The floor is the same rows read by plain SQL.

const { values } = parseArgs({ options: { rows: { type: "string", default: "1000000" } } });
const rows = Number(values.rows);
const insertBatch = 10_000;

const dataDir = await mkdtemp(path.join(tmpdir(), "cobro-audit-bench-"));
const postgres = await startEmbeddedPostgres({ dataDir, durable: false });
process.env.DATABASE_URL = postgres.url;
process.env.NEXTAUTH_SECRET = "a secret of the benchmark, of no use to anyone else";
process.env.LOG_LEVEL ||= "error";
await migrate(postgres.url);
const admin = new pg.Client({ connectionString: new URL("cobro", postgres.adminUrl).href });
await admin.connect();
try {
  await bench();
} finally {
  await admin.end();
  await disconnect();
  await postgres.stop();
  await rm(dataDir, { recursive: true, force: true });
}
process.exit();

async function bench(): Promise<void> {
  const merchant = await newMerchant();
  const { merchantId } = merchant;
  await timed(`writing ${rows} rows by SQL`, () => insertEvents(merchant));
  await timed("sealing them", () => sealEvents(merchantId, true));
  await admin.query("ANALYZE");

  const zone = "America/Costa_Rica";
  const middle = uuidv7(Date.now() - (rows / 2) * 1_000);
  const pages = {
    "the newest page": {},
    "a page in the middle": { after: middle },
    "the newest of one person": { person: merchant.actor.userId },
    "the newest of a rare kind": { group: "keys" },
    "a rare kind of one week": { group: "keys", from: "2026-11-10", to: "2026-11-17" },
    "a kind that never happened": { group: "exports" },
  } as const;
  const floor = await median(() => plainPage(merchantId));
  console.log(`50 rows by plain SQL: ${floor.toFixed(1)} ms`);
  for (const [name, filters] of Object.entries(pages)) {
    const ms = await median(() => auditPage(merchantId, filters, zone));
    console.log(`${name}: ${ms.toFixed(1)} ms, ratio ${(ms / floor).toFixed(1)}`);
  }

  const plain = await timed("reading all rows by plain SQL", () => plainScan(merchantId));
  const verifyMs = await timed("verifying", () => expectFindings(merchant, []));
  console.log(
    `  ratio ${(verifyMs / plain).toFixed(1)}, ${Math.round(rows / (verifyMs / 1_000))} rows a second`,
  );

  const [altered, removed] = [Math.floor(rows / 3), Math.floor(rows / 2)];
  const at = async (seq: number) =>
    (await admin.query("SELECT event_id FROM audit_seals WHERE seq = $1", [seq])).rows[0].event_id;
  await admin.query("UPDATE audit_events SET ip = '10.9.9.9' WHERE id = $1", [await at(altered)]);
  await admin.query("DELETE FROM audit_events WHERE id = $1", [await at(removed)]);
  await admin.query(
    "INSERT INTO audit_events (merchant_id, id, action) VALUES ($1, gen_random_uuid(), 'link.created')",
    [merchantId],
  );
  await timed("finding one altered, one removed, one inserted", () =>
    expectFindings(merchant, [`altered ${altered}`, `removed ${removed}`, "inserted null"]),
  );
}

/** One a second until now, made as Cobro makes them; every thousandth about a key. */
async function insertEvents({ merchantId, actor }: TestMerchant): Promise<void> {
  const startedAt = Date.now() - rows * 1_000;
  for (let first = 0; first < rows; first += insertBatch) {
    const events = Array.from({ length: Math.min(insertBatch, rows - first) }, (_, n) => {
      const at = new Date(startedAt + (first + n) * 1_000);
      const isKey = (first + n) % 1_000 === 0;
      const event = {
        id: uuidv7(at.getTime()),
        at,
        actorId: actor.userId,
        action: isKey ? "api_key.stopped_working" : "link.created",
        targetId: `target ${first + n}`,
        details: isKey ? { mode: "test", last4: "abcd" } : {},
        ip: "192.0.2.7",
      };
      return { ...event, mac: hashEvent(merchantId, event) };
    });
    await admin.query(
      `WITH written AS (
         INSERT INTO audit_events (merchant_id, id, at, actor_id, action, target_id, details, ip, mac)
         SELECT $1, * FROM unnest($2::uuid[], $3::timestamptz[], $4::uuid[], $5::text[], $6::text[], $7::jsonb[],
           $8::text[], $9::bytea[]) RETURNING merchant_id, id)
       INSERT INTO audit_waiting SELECT * FROM written`,
      [
        merchantId,
        events.map(({ id }) => id),
        events.map(({ at }) => at),
        events.map(({ actorId }) => actorId),
        events.map(({ action }) => action),
        events.map(({ targetId }) => targetId),
        events.map(({ details }) => JSON.stringify(details)),
        events.map(({ ip }) => ip),
        events.map(({ mac }) => Buffer.from(mac)),
      ],
    );
  }
}

async function expectFindings({ merchantId }: TestMerchant, expected: string[]): Promise<void> {
  const { findings } = await verifyChain(merchantId);
  const found = findings.map((finding) => `${finding.kind} ${"seq" in finding ? finding.seq : ""}`);
  const isRight = JSON.stringify(found) === JSON.stringify(expected);
  console.log(`  found: ${found.join(", ") || "nothing"}: ${isRight ? "PASS" : "FAIL"}`);
  if (!isRight) process.exitCode = 1;
}

async function plainPage(merchantId: string): Promise<void> {
  await admin.query("SELECT * FROM audit_events WHERE merchant_id = $1 ORDER BY id DESC LIMIT 51", [
    merchantId,
  ]);
}

async function plainScan(merchantId: string): Promise<void> {
  for (let [after, more] = [0, true]; more; after += insertBatch) {
    const page = await admin.query(
      `SELECT * FROM audit_seals s JOIN audit_events e ON e.merchant_id = s.merchant_id AND e.id = s.event_id
       WHERE s.merchant_id = $1 AND seq > $2 ORDER BY seq LIMIT ${insertBatch}`,
      [merchantId, after],
    );
    more = page.rows.length === insertBatch;
  }
}

async function timed(what: string, work: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now();
  await work();
  const ms = performance.now() - startedAt;
  console.log(`${what}: ${(ms / 1_000).toFixed(1)} s`);
  return ms;
}

async function median(work: () => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let n = 0; n < 21; n++) {
    const startedAt = performance.now();
    await work();
    times.push(performance.now() - startedAt);
  }
  return times.sort((a, b) => a - b)[10] ?? 0;
}
