import { randomUUID } from "node:crypto";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createPaymentLink } from "@/lib/domain/payment-links/create/create-payment-link";
import { syncKey } from "@/lib/domain/payment-links/sync/sync-key";
import { freshDatabase } from "@/tests/support/database";
import { startTestSandbox, type TestSandbox } from "@/tests/support/sandbox";
import { countPages, merchantWithLinks } from "@/tests/support/syncing";

const { adminUrl } = await freshDatabase();
const admin = new pg.Client({ connectionString: adminUrl });
let sandbox: TestSandbox;
let tap: Awaited<ReturnType<typeof countPages>>;

beforeAll(async () => {
  await admin.connect();
  sandbox = await startTestSandbox();
  tap = await countPages(sandbox.url);
  process.env.PAYMENT_LINKS_API_URL = tap.url;
});
afterAll(async () => {
  await admin.end();
  await tap.close();
  await sandbox.close();
});

async function keyWithFault(endpoint: "create" | "list", retryAfterSeconds: number) {
  const merchant = await merchantWithLinks(sandbox.url, 5);
  const { merchantId, apiKeyId, actor, account } = merchant;
  await account.setFault({ fault: "rate_limit", retryAfterSeconds, endpoint });
  const before = { posts: tap.posts(), pages: tap.pages() };
  return {
    create: (intentId: string = randomUUID(), description: string = randomUUID()) => {
      const link = { amountMinor: 1250, currency: "USD", description } as const;
      return createPaymentLink({ merchantId, actor, mode: "test", intentId, link });
    },
    sync: () => syncKey({ merchantId, apiKeyId }),
    asked: () => ({ posts: tap.posts() - before.posts, pages: tap.pages() - before.pages }),
    /** In how many seconds the list is to be read. */
    waits: async () => {
      const { rows } = await admin.query<{ waits: number }>(
        `SELECT extract(epoch FROM run_at - now())::float AS waits FROM graphile_worker.jobs
         WHERE key LIKE $1 AND key NOT LIKE '%:now' ORDER BY waits`,
        [`${merchantId}:sync:${apiKeyId}:%`],
      );
      return rows.map(({ waits }) => waits);
    },
  };
}

test("asked by a list, it is obeyed by every look, and the next one is enqueued for then", async () => {
  const { sync, asked, waits } = await keyWithFault("list", 2);
  expect(await sync()).toMatchObject({ code: "failed", problem: "rate_limited" });
  expect(await sync()).toEqual({ code: "waiting" });
  expect(asked().pages).toBe(1);
  expect((await waits())[0]).toBeGreaterThan(1);
  await expect.poll(async () => (await sync()).code, { timeout: 8_000, interval: 200 }).toBe("complete");
});

test("asked by a POST, nobody asks for anything until then, and what was refused is no unconfirmed link", async () => {
  const { create, sync, asked, waits } = await keyWithFault("create", 3);
  const [intentId, description] = [randomUUID(), "Coffee"];
  const unknown = { ok: true, value: { state: "unknown", failureCode: "rate_limited" } };
  expect(await create(intentId, description)).toMatchObject(unknown);
  expect(Math.min(...(await waits()))).toBeGreaterThan(2);
  expect(await sync()).toEqual({ code: "waiting" });
  expect(await create()).toEqual({ ok: false, code: "rate_limited" });
  expect(await create(intentId, description)).toMatchObject(unknown);
  expect(asked()).toEqual({ posts: 1, pages: 0 });
  await expect.poll(async () => (await create()).ok, { timeout: 8_000, interval: 200 }).toBe(true);
  expect(await sync()).toMatchObject({ code: "complete" });
});

test("a person is not held back for longer than two minutes, the background is", async () => {
  const { create, sync } = await keyWithFault("list", 600);
  expect(await sync()).toMatchObject({ code: "failed", problem: "rate_limited" });
  expect(await create()).toMatchObject({ ok: true, value: { state: "ready" } });
  expect(await sync()).toEqual({ code: "waiting" });
});
