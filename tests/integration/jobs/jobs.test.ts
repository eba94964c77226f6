import { execFile } from "node:child_process";
import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { promisify } from "node:util";
import pg from "pg";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { createPaymentLink } from "@/lib/domain/payment-links/create/create-payment-link";
import { syncStatus } from "@/lib/domain/payment-links/sync/get-status";
import { requestSyncNow } from "@/lib/domain/payment-links/sync/request-sync";
import { startWorker } from "@/lib/jobs/worker";
import { freshDatabase } from "@/tests/support/database";
import { startTestSandbox, type TestSandbox } from "@/tests/support/sandbox";
import { repository } from "@/tests/support/start-portal";
import { merchantWithLinks, type SyncedMerchant } from "@/tests/support/syncing";
import { startWorkerProcess } from "@/tests/support/worker-process";

process.env.LOG_LEVEL = "fatal";
const { adminUrl } = await freshDatabase();
const admin = new pg.Client({ connectionString: adminUrl });
let sandbox: TestSandbox;
const workers: ReturnType<typeof startWorker>[] = [];

beforeAll(async () => {
  await admin.connect();
  sandbox = await startTestSandbox();
  process.env.PAYMENT_LINKS_API_URL = sandbox.url;
});
afterEach(async () => {
  await Promise.all(workers.splice(0).map(({ stop }) => stop()));
});
afterAll(async () => {
  await admin.end();
  await sandbox.close();
});

function work(): ReturnType<typeof startWorker> {
  const worker = startWorker();
  workers.push(worker);
  return worker;
}

async function rows<Row extends pg.QueryResultRow>(sql: string, ...values: unknown[]): Promise<Row[]> {
  return (await admin.query<Row>(sql, values)).rows;
}

async function total({ merchantId }: SyncedMerchant): Promise<number | null> {
  const [row] = await rows<{ complete_total: number | null }>(
    "SELECT complete_total FROM key_syncs WHERE merchant_id = $1",
    merchantId,
  );
  return row?.complete_total ?? null;
}

async function countLinks({ merchantId }: SyncedMerchant): Promise<number> {
  const sql = "SELECT count(*)::int AS count FROM payment_links WHERE merchant_id = $1";
  return (await rows<{ count: number }>(sql, merchantId))[0]?.count ?? 0;
}

const patient = { timeout: 30_000, interval: 50 };

test("a key that was connected is read, by two workers without doubles, and again when someone asks", async () => {
  work();
  work();
  const merchant = await merchantWithLinks(sandbox.url, 1_200);
  await requestSyncNow(merchant.merchantId, "test");
  await expect.poll(() => total(merchant), patient).toBe(1_200);
  expect(await countLinks(merchant)).toBe(1_200);
  await merchant.account.seed(3);
  await requestSyncNow(merchant.merchantId, "test");
  await expect.poll(() => total(merchant), patient).toBe(1_203);
  expect(await countLinks(merchant)).toBe(1_203);
});

test("a link whose answer was lost is found within seconds", async () => {
  work();
  const merchant = await merchantWithLinks(sandbox.url, 30);
  await expect.poll(() => total(merchant), patient).not.toBeNull();
  const { merchantId, actor, account } = merchant;
  await account.setFault({ fault: "reset_after", endpoint: "create" });
  const link = { amountMinor: 1250, currency: "USD", description: "Coffee" } as const;
  const created = await createPaymentLink({ merchantId, actor, mode: "test", intentId: randomUUID(), link });
  expect(created).toMatchObject({ ok: true, value: { state: "unknown" } });
  const made = (await account.links()).at(-1);
  const find = () => rows("SELECT origin FROM payment_links WHERE upstream_id = $1", made?.id);
  await expect.poll(find, { timeout: 6_000, interval: 50 }).toEqual([{ origin: "external" }]);
});

test("merchants with long lists, more of them than hands, do not hold up nine small ones", async () => {
  const long: SyncedMerchant[] = [];
  for (const links of [12_000, 6_000, 6_000, 6_000, 6_000, 6_000]) {
    long.push(await merchantWithLinks(sandbox.url, links));
  }
  work();
  for (const { merchantId } of long) await requestSyncNow(merchantId, "test");
  for (const merchant of long) await expect.poll(() => countLinks(merchant), patient).toBeGreaterThan(500);
  const small: SyncedMerchant[] = [];
  for (let number = 0; number < 9; number++) small.push(await merchantWithLinks(sandbox.url, 100));
  for (const { merchantId } of small) await requestSyncNow(merchantId, "test");
  const totals = async (merchants: SyncedMerchant[]) => {
    const found: (number | null)[] = [];
    for (const merchant of merchants) found.push(await total(merchant));
    return found;
  };
  await expect.poll(() => totals(small), patient).toEqual(small.map(() => 100));
  expect(await totals(long)).toEqual(long.map(() => null));
  const [longest] = long;
  const status = longest && (await syncStatus(longest.merchantId, "test"));
  expect(status?.running?.total).toBe(12_000);
}, 90_000);

test("a disabled merchant's list is left alone", async () => {
  const merchant = await merchantWithLinks(sandbox.url, 5);
  const waiting = () =>
    rows("SELECT FROM graphile_worker.jobs WHERE key LIKE $1", `${merchant.merchantId}:%`);
  expect(await waiting()).toHaveLength(1);
  await rows("UPDATE merchants SET disabled_at = now() WHERE merchant_id = $1", merchant.merchantId);
  work();
  await expect.poll(waiting, patient).toEqual([]);
  expect(await countLinks(merchant)).toBe(0);
  expect(await rows("SELECT FROM key_syncs WHERE merchant_id = $1", merchant.merchantId)).toEqual([]);
});

test("stopping does not wait for an upstream that is silent, and the next worker goes on", async () => {
  const merchant = await merchantWithLinks(sandbox.url, 10);
  await merchant.account.setFault({ fault: "stall", endpoint: "list" });
  const worker = work();
  await expect.poll(() => merchant.account.waitingFaults(), patient).toEqual([]);
  const stoppedAt = Date.now();
  await worker.stop();
  expect(Date.now() - stoppedAt).toBeLessThan(2_000);
  expect(await rows("SELECT FROM graphile_worker.jobs WHERE locked_at IS NOT NULL")).toEqual([]);
  work();
  await expect.poll(() => total(merchant), patient).toBe(10);
});

test("a worker that is killed in the middle blocks nothing: its list is taken up once its lease is over", async () => {
  const merchant = await merchantWithLinks(sandbox.url, 10);
  const { merchantId, account } = merchant;
  await account.setFault({ fault: "stall", endpoint: "list" });
  const doomed = startWorkerProcess();
  await expect.poll(() => account.waitingFaults(), patient).toEqual([]);
  await doomed.end("SIGKILL");
  const locked = () =>
    rows(
      `SELECT id, locked_at FROM graphile_worker._private_jobs
       WHERE locked_at IS NOT NULL AND payload ->> 'merchantId' = $1 ORDER BY id`,
      merchantId,
    );
  const left = await locked();
  expect(left).not.toEqual([]);
  const [lease] = await rows<{ seconds: number }>(
    "SELECT extract(epoch FROM lease_until - now())::float AS seconds FROM key_syncs WHERE merchant_id = $1",
    merchantId,
  );
  expect(lease?.seconds).toBeGreaterThan(0);
  expect(lease?.seconds).toBeLessThan(30);
  // The rest of the lease passes.
  await rows("UPDATE key_syncs SET lease_until = now() WHERE merchant_id = $1", merchantId);
  // Nobody asks for it: a worker begins with a sweep, which finds the list due.
  work();
  await expect.poll(() => total(merchant), patient).toBe(10);
  // The dead worker's job stays locked for hours, and disturbs nobody.
  expect(await locked()).toEqual(left);
}, 60_000);

test("a job that asks while another worker reads is not lost", async () => {
  const merchant = await merchantWithLinks(sandbox.url, 10);
  work();
  await expect.poll(() => total(merchant), patient).toBe(10);
  await rows(
    "UPDATE key_syncs SET lease_until = now() + interval '1 s' WHERE merchant_id = $1",
    merchant.merchantId,
  );
  await merchant.account.seed(1);
  await requestSyncNow(merchant.merchantId, "test");
  await expect.poll(() => total(merchant), patient).toBe(11);
});

test("a worker that cannot write down for a while that jobs are done goes on with the next ones", async () => {
  work();
  const merchants: SyncedMerchant[] = [];
  for (let number = 0; number < 6; number++) merchants.push(await merchantWithLinks(sandbox.url, 4));
  await rows(`
    CREATE FUNCTION pg_temp.refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE 'no room'; END $$;
    CREATE TRIGGER refuse BEFORE DELETE ON graphile_worker._private_jobs EXECUTE FUNCTION pg_temp.refuse()`);
  for (const { merchantId } of merchants) await requestSyncNow(merchantId, "test");
  for (const merchant of merchants.slice(0, 3)) await expect.poll(() => total(merchant), patient).toBe(4);
  await sleep(2_000);
  await rows("DROP TRIGGER refuse ON graphile_worker._private_jobs");
  const later = await merchantWithLinks(sandbox.url, 5);
  await requestSyncNow(later.merchantId, "test");
  await expect.poll(() => total(later), patient).toBe(5);
}, 60_000);

test("a payload that makes no sense fails alone", async () => {
  await rows(
    "SELECT graphile_worker.add_job('sync-key', '{\"merchantId\": \"nobody\"}', max_attempts => 1, job_key => 'bad')",
  );
  const merchant = await merchantWithLinks(sandbox.url, 4);
  work();
  await expect.poll(() => total(merchant), patient).toBe(4);
  expect(await rows("SELECT last_error FROM graphile_worker.jobs WHERE key = 'bad'")).toHaveLength(1);
});

test.each(["DATABASE_URL", "NEXTAUTH_SECRET", "ENCRYPTION_KEYS"])(
  "without %s a worker says so in one line",
  async (name) => {
    const args = ["bin/run.mjs", "worker"];
    const env = { ...process.env, [name]: "" };
    const ended = await promisify(execFile)(process.execPath, args, { cwd: repository, env }).catch(
      (error) => error,
    );
    expect({ code: ended.code, stderr: ended.stderr }).toEqual({ code: 1, stderr: `${name}: is required\n` });
  },
);
