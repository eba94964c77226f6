import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { parseArgs } from "node:util";
import pg from "pg";
import { openActiveKey } from "@/lib/api-keys/service";
import { disconnect } from "@/lib/db";
import { keyProviderFromSetting } from "@/lib/secret-box/key-provider";
import { startEmbeddedPostgres } from "@/prisma/embedded";
import { migrate } from "@/prisma/migrate";
import { startAdmin } from "@/tests/support/admin-command";
import { forgeKeys } from "@/tests/support/forged-keys";
import { insertKeys } from "@/tests/support/key-rows";

// 10,000 forged boxes, all to be refused; 10,000 keys put under a new master key while they are read, the command
// killed midway and run again, and no read to fail.

const { values } = parseArgs({ options: { count: { type: "string", default: "10000" } } });
const count = Number(values.count);
const [k1, k2] = [1, 2].map((n) => `k${n}:${Buffer.alloc(32, n).toString("base64")}`);

const dataDir = await mkdtemp(path.join(tmpdir(), "cobro-keys-bench-"));
const postgres = await startEmbeddedPostgres({ dataDir, durable: false });
process.env.DATABASE_URL = postgres.url;
process.env.NEXTAUTH_SECRET = "a secret of the benchmark, of no use to anyone else";
process.env.ENCRYPTION_KEYS = `${k2},${k1}`;
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
  const rows = await insertKeys(admin, count, keyProviderFromSetting(`${k1}`));
  const refused = await forgeKeys(admin, rows, count);
  console.log(`${refused} of ${count} forged boxes refused: ${verdict(refused === count)}`);

  const reads = { good: 0, failed: 0 };
  let isReading = true;
  const readers = Array.from({ length: 3 }, async (_, reader) => {
    for (let n = reader; isReading; n += 7) {
      const row = rows[n % rows.length];
      const opened = row && (await openActiveKey(row.merchantId, row.mode));
      reads[opened?.ok && opened.value.key.reveal() === row?.key ? "good" : "failed"] += 1;
    }
  });
  const startedAt = performance.now();
  const first = startAdmin(["rotate-keys"]);
  while ((await left()) > rows.length / 2) await sleep(20);
  first.child.kill("SIGKILL");
  await first.ended;
  console.log(`killed with ${await left()} of ${rows.length} left`);
  const second = await startAdmin(["rotate-keys"]).ended;
  const seconds = (performance.now() - startedAt) / 1_000;
  isReading = false;
  await Promise.all(readers);
  const isDone = second.code === 0 && (await left()) === 0;
  console.log(`resumed, done in ${seconds.toFixed(1)} s altogether: ${verdict(isDone)}`);
  console.log(`${reads.good} reads meanwhile, ${reads.failed} failed: ${verdict(reads.failed === 0)}`);
}

async function left(): Promise<number> {
  const { rows } = await admin.query("SELECT count(*)::int FROM api_keys WHERE master_key_id = 'k1'");
  return rows[0].count;
}

function verdict(isRight: boolean): string {
  if (!isRight) process.exitCode = 1;
  return isRight ? "PASS" : "FAIL";
}
