import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { afterAll, expect, test } from "vitest";
import { followRun } from "@/lib/domain/payment-links/export-runs/follow-run";
import { cancelRun, getRun } from "@/lib/domain/payment-links/export-runs/get-run";
import { insertExportRun } from "@/tests/fixtures/export-run";
import { freshDatabase } from "@/tests/support/database";
import { newMerchant, type TestMerchant } from "@/tests/support/merchants";

const { adminUrl } = await freshDatabase();
const admin = new pg.Client({ connectionString: adminUrl });
await admin.connect();
afterAll(() => admin.end());

/** Parts of a file, of two rows each. */
type Parts = AsyncGenerator<{ length: number }>;

async function* table(parts: number): Parts {
  for (let part = 0; part < parts; part++) {
    await sleep(part > 2 ? 50 : 0);
    yield { length: 2 };
  }
}

function follow({ merchantId, actor }: TestMerchant, id: string, parts = 3): Parts {
  const run = { id, userId: String(actor.userId) };
  return followRun(table(parts), { merchantId, run, countAll: async () => 6 });
}

async function readAll(rows: Parts): Promise<number> {
  let count = 0;
  for await (const part of rows) count += part.length;
  return count;
}

test("who exports sees how many of how many links are written, and nobody else does", async () => {
  const [merchant, neighbour] = [await newMerchant(), await newMerchant()];
  const id = crypto.randomUUID();
  const run = { id, userId: String(merchant.actor.userId) };
  const rows = follow(merchant, id);
  await rows.next();
  expect(await getRun(merchant.merchantId, run)).toMatchObject({ state: "running" });
  expect(await readAll(rows)).toBe(4);
  expect(await getRun(merchant.merchantId, run)).toEqual({ state: "done", written: 6, total: 6 });
  const theirs = { id, userId: String(neighbour.actor.userId) };
  expect(await getRun(merchant.merchantId, theirs)).toBeNull();
  expect(await getRun(neighbour.merchantId, run)).toBeNull();
  // The same id, used by somebody else, leaves it alone; their file is written all the same.
  const other = followRun(table(2), {
    merchantId: merchant.merchantId,
    run: theirs,
    countAll: async () => 1,
  });
  expect(await readAll(other)).toBe(4);
  expect(await getRun(merchant.merchantId, run)).toMatchObject({ state: "done", written: 6 });
});

test("a row that names the columns is none of those that are counted, and there may be nothing to count before", async () => {
  const { merchantId, actor } = await newMerchant();
  const run = { id: crypto.randomUUID(), userId: String(actor.userId) };
  await readAll(followRun(table(2), { merchantId, run, countAll: async () => null, heads: 1 }));
  expect(await getRun(merchantId, run)).toEqual({ state: "done", written: 3, total: null });
});

test("a cancelled export ends with an error, one that is left or fails is broken, and one that is asked for again begins anew", async () => {
  const merchant = await newMerchant();
  const { merchantId } = merchant;
  const id = crypto.randomUUID();
  const run = { id, userId: String(merchant.actor.userId) };
  const rows = follow(merchant, id, 1_000);
  await rows.next();
  expect(await cancelRun(merchantId, { ...run, userId: crypto.randomUUID() })).toBeNull();
  expect(await getRun(merchantId, run)).toMatchObject({ state: "running" });
  expect(await cancelRun(merchantId, run)).toMatchObject({ state: "cancelled" });
  await expect(readAll(rows)).rejects.toThrow(expect.objectContaining({ name: "CancelledExport" }));
  expect(await getRun(merchantId, run)).toMatchObject({ state: "cancelled" });

  const left = follow(merchant, id);
  await left.next();
  await left.return(undefined);
  expect(await getRun(merchantId, run)).toMatchObject({ state: "broken", written: 2 });

  expect(await readAll(follow(merchant, id))).toBe(6);
  expect(await getRun(merchantId, run)).toMatchObject({ state: "done", written: 6 });
});

test("a run whose process has died is broken, and old ones are removed with the next", async () => {
  const merchant = await newMerchant();
  const { merchantId } = merchant;
  const [id, old] = [crypto.randomUUID(), crypto.randomUUID()];
  const userId = String(merchant.actor.userId);
  const run = { merchant_id: merchantId, user_id: userId, written: 5 };
  await insertExportRun(admin, { ...run, id, secondsAgo: 31 });
  await insertExportRun(admin, { ...run, id: old, secondsAgo: 25 * 60 * 60 });
  expect(await getRun(merchantId, { id, userId })).toEqual({ state: "broken", written: 5, total: null });
  await readAll(follow(merchant, crypto.randomUUID()));
  expect(await getRun(merchantId, { id: old, userId })).toBeNull();
  expect(await getRun(merchantId, { id, userId })).not.toBeNull();
});
