import { randomUUID } from "node:crypto";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { connectApiKey } from "@/lib/domain/api-keys/connect-api-key";
import { createPaymentLink } from "@/lib/domain/payment-links/create/create-payment-link";
import { sweepExpiredLeases } from "@/lib/domain/payment-links/create/sweep-leases";
import { findDue } from "@/lib/domain/payment-links/sync/find-due";
import { syncStatus } from "@/lib/domain/payment-links/sync/get-status";
import { requestReconcile, requestSyncNow } from "@/lib/domain/payment-links/sync/request-sync";
import { syncKey } from "@/lib/domain/payment-links/sync/sync-key";
import { withMerchant } from "@/lib/platform/db";
import { insertPaymentLink } from "@/tests/fixtures/payment-link";
import { freshDatabase } from "@/tests/support/database";
import { startTestSandbox, type TestSandbox } from "@/tests/support/sandbox";
import { countPages, merchantWithLinks, type SyncedMerchant, syncWhole } from "@/tests/support/syncing";

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

async function rows<Row extends pg.QueryResultRow>(sql: string, ...values: unknown[]): Promise<Row[]> {
  return (await admin.query<Row>(sql, values)).rows;
}

async function count(table: string, { merchantId }: SyncedMerchant, where = "true"): Promise<number> {
  const [row] = await rows<{ count: string }>(
    `SELECT count(*) FROM ${table} WHERE merchant_id = $1 AND ${where}`,
    merchantId,
  );
  return Number(row?.count);
}

function listActions({ merchantId }: SyncedMerchant): Promise<{ action: string; target_id: string }[]> {
  return rows(
    "SELECT action, target_id FROM audit_events WHERE merchant_id = $1 AND action LIKE 'link.%' ORDER BY id",
    merchantId,
  );
}

/** How many pages were asked for meanwhile. */
async function listPages(work: () => Promise<unknown>): Promise<number> {
  const before = tap.pages();
  await work();
  return tap.pages() - before;
}

/** As if the whole list had last been read a day ago. */
function letADayPass({ merchantId }: SyncedMerchant): Promise<unknown> {
  return rows(
    "UPDATE key_syncs SET scan = jsonb_set(scan, '{readAt}', '1000') WHERE merchant_id = $1",
    merchantId,
  );
}

test("the first reading brings a thousand links, as links made elsewhere and without a thousand events", async () => {
  const merchant = await merchantWithLinks(sandbox.url, 1_000);
  expect(await syncWhole(merchant)).toMatchObject({ code: "complete", total: 1_000, batches: 2 });
  expect(await count("link_sightings", merchant)).toBe(1_000);
  const isExternal =
    "origin = 'external' AND state = 'ready' AND active AND url IS NOT NULL AND mode = 'test'";
  expect(await count("payment_links", merchant, isExternal)).toBe(1_000);
  expect(await listActions(merchant)).toEqual([]);
  const status = await syncStatus(merchant.merchantId, "test");
  expect(status).toMatchObject({ completeTotal: 1_000, running: null, problem: null });
  expect(Date.now() - (status?.completeAt?.getTime() ?? 0)).toBeLessThan(10_000);
  const nextMinutes = ((status?.nextDueAt?.getTime() ?? 0) - Date.now()) / 60_000;
  expect(nextMinutes).toBeGreaterThan(13);
  expect(nextMinutes).toBeLessThan(17);
  expect(await listPages(() => syncWhole(merchant))).toBe(1);
});

test.each(["newest_first", "oldest_first", "shuffled"])(
  "one new link is found, %s and clamped",
  async (order) => {
    const merchant = await merchantWithLinks(sandbox.url, 150);
    await merchant.account.setFault({ fault: "clamp_limit", limit: 7 });
    await merchant.account.setFault({ fault: "list_order", order });
    expect(await syncWhole(merchant)).toMatchObject({ code: "complete", total: 150 });
    await merchant.account.seed(1);
    const pages = await listPages(async () => {
      expect(await syncWhole(merchant)).toMatchObject({ code: "complete", total: 151 });
    });
    if (order !== "shuffled") expect(pages).toBeLessThanOrEqual(4);
    expect(await count("payment_links", merchant)).toBe(151);
    const newest = (await merchant.account.links()).at(-1);
    const [row] = await rows<{ id: string }>(
      "SELECT id FROM payment_links WHERE merchant_id = $1 AND upstream_id = $2",
      merchant.merchantId,
      newest?.id,
    );
    expect(await listActions(merchant)).toEqual([{ action: "link.found", target_id: row?.id }]);
  },
);

test("our own link is no external link, and needs no look", async () => {
  const merchant = await merchantWithLinks(sandbox.url, 20);
  await syncWhole(merchant);
  const { merchantId, actor } = merchant;
  const link = { amountMinor: 1250, currency: "USD", description: "Coffee" } as const;
  const created = await createPaymentLink({ merchantId, actor, mode: "test", intentId: randomUUID(), link });
  expect(created).toMatchObject({ ok: true, value: { state: "ready" } });
  expect(await listPages(() => syncWhole(merchant))).toBe(1);
  expect(await count("payment_links", merchant)).toBe(21);
  expect(await count("payment_links", merchant, "origin = 'external'")).toBe(20);
});

test("a connection that breaks in the middle is gone on from, and says so meanwhile", async () => {
  const merchant = await merchantWithLinks(sandbox.url, 1_500);
  const { merchantId, apiKeyId, account } = merchant;
  expect(await syncKey({ merchantId, apiKeyId })).toEqual({ code: "more" });
  const running = (await syncStatus(merchantId, "test"))?.running;
  expect(running).toEqual({ seen: 900, total: 1_500 });
  await account.setFault({ fault: "reset_before", endpoint: "list" });
  expect(await syncKey({ merchantId, apiKeyId })).toMatchObject({
    code: "failed",
    problem: "connection_lost",
  });
  expect(await syncStatus(merchantId, "test")).toMatchObject({ problem: "connection_lost", running: null });
  const rest = await listPages(async () => {
    expect(await syncWhole(merchant)).toMatchObject({ code: "complete", total: 1_500 });
  });
  expect(rest).toBe(8);
});

test("a list is not known whole while links come without a usable address; then they have their rows", async () => {
  const merchant = await merchantWithLinks(sandbox.url, 120);
  await merchant.account.setFault({ fault: "shape_script_url", endpoint: "list", count: 1_000 });
  expect(await syncWhole(merchant)).toMatchObject({ code: "failed", problem: "not_certified" });
  expect(await count("payment_links", merchant)).toBe(0);
  expect(await count("link_sightings", merchant, "url IS NULL")).toBe(120);
  expect((await syncStatus(merchant.merchantId, "test"))?.completeAt).toBeNull();
  await merchant.account.clearFaults();
  expect(await syncWhole(merchant)).toMatchObject({ code: "complete", total: 120 });
  expect(await count("payment_links", merchant, "url LIKE 'http%'")).toBe(120);
});

test("an item without an id hides none of the others, and the list is whole once it has one", async () => {
  const merchant = await merchantWithLinks(sandbox.url, 120);
  await merchant.account.setFault({ fault: "shape_odd_item", endpoint: "list", count: 1_000 });
  expect(await syncWhole(merchant)).toMatchObject({ code: "failed", problem: "not_certified" });
  // One link on each page has no id; another page shows the same link with its id.
  expect(await count("payment_links", merchant)).toBeGreaterThanOrEqual(118);
  expect((await syncStatus(merchant.merchantId, "test"))?.completeAt).toBeNull();
  await merchant.account.clearFaults();
  expect(await syncWhole(merchant)).toMatchObject({ code: "complete", total: 120 });
  expect(await count("payment_links", merchant)).toBe(120);
});

test("many workers at once read a list once", async () => {
  const merchant = await merchantWithLinks(sandbox.url, 600);
  const { merchantId, apiKeyId } = merchant;
  const pages = await listPages(async () => {
    const outcomes = await Promise.all(Array.from({ length: 8 }, () => syncKey({ merchantId, apiKeyId })));
    expect(outcomes.filter(({ code }) => code === "complete")).toHaveLength(1);
    expect(outcomes.filter(({ code }) => code === "busy").length).toBeGreaterThan(0);
  });
  expect(pages).toBeLessThanOrEqual(10 + 7);
  expect(await count("payment_links", merchant)).toBe(600);
  expect(await count("link_sightings", merchant)).toBe(600);
});

test.each(["slow", "commit_late_held"] as const)(
  "who has lost the lease writes nothing any more, whether its answer came (%s)",
  async (fault) => {
    const merchant = await merchantWithLinks(sandbox.url, 300);
    const { merchantId, apiKeyId, account } = merchant;
    await account.setFault({ fault, delayMs: 800, endpoint: "list" });
    const late = syncKey({ merchantId, apiKeyId });
    await expect.poll(() => account.waitingFaults()).toEqual([]);
    await rows("UPDATE key_syncs SET lease_until = now() WHERE merchant_id = $1", merchantId);
    expect(await syncWhole(merchant)).toMatchObject({ code: "complete" });
    const [before] = await rows("SELECT * FROM key_syncs WHERE merchant_id = $1", merchantId);
    expect(await late).toEqual({ code: "lease_lost" });
    expect(await rows("SELECT * FROM key_syncs WHERE merchant_id = $1", merchantId)).toEqual([before]);
  },
);

test("links that turn inactive, or active again, say so; one that a person had dismissed comes back", async () => {
  const merchant = await merchantWithLinks(sandbox.url, 30);
  const { merchantId, account } = merchant;
  await syncWhole(merchant);
  const [first, second] = await account.links();
  await rows("UPDATE payment_links SET dismissed_at = now() WHERE merchant_id = $1", merchantId);
  await rows("UPDATE payment_links SET active = false WHERE upstream_id = $1", second?.id);
  await rows("UPDATE link_sightings SET active = false WHERE upstream_id = $1", second?.id);
  await account.deactivate(first?.id ?? "");
  await syncWhole(merchant);
  expect(await listActions(merchant)).toEqual([]);
  await letADayPass(merchant);
  expect(await syncWhole(merchant)).toMatchObject({ code: "complete", total: 30 });
  const changed = await rows(
    `SELECT upstream_id, active, inactive_at IS NOT NULL AS was_marked, dismissed_at IS NOT NULL AS is_dismissed
     FROM payment_links WHERE upstream_id = ANY($1) ORDER BY upstream_id = $2`,
    [first?.id, second?.id],
    second?.id,
  );
  expect(changed).toEqual([
    { upstream_id: first?.id, active: false, was_marked: true, is_dismissed: false },
    { upstream_id: second?.id, active: true, was_marked: false, is_dismissed: true },
  ]);
  expect(await count("link_sightings", merchant, `NOT active AND upstream_id = '${first?.id}'`)).toBe(1);
  const actions = (await listActions(merchant)).map(({ action }) => action);
  expect(actions.sort()).toEqual(["link.turned_active", "link.turned_inactive"]);
});

test("failures are tried again later each time, and a success forgets them", async () => {
  const merchant = await merchantWithLinks(sandbox.url, 5);
  const { merchantId, apiKeyId, account } = merchant;
  await account.setFault({ fault: "refuse_401", endpoint: "list", count: 3 });
  const waits: number[] = [];
  for (let attempt = 0; attempt < 3; attempt++) {
    const outcome = await syncKey({ merchantId, apiKeyId });
    if (outcome.code !== "failed") throw new Error(outcome.code);
    expect(outcome.problem).toBe("key_refused");
    waits.push(outcome.retryMs);
  }
  for (const [attempt, usual] of [5_000, 10_000, 20_000].entries()) {
    expect(Math.abs((waits[attempt] ?? 0) / usual - 1)).toBeLessThanOrEqual(0.21);
  }
  expect(await syncWhole(merchant)).toMatchObject({ code: "complete" });
  expect(await count("key_syncs", merchant, "failures = 0 AND problem IS NULL")).toBe(1);
});

test("a list without a total is read to its end, and never said to be whole", async () => {
  const merchant = await merchantWithLinks(sandbox.url, 250);
  await merchant.account.setFault({ fault: "shape_bare_list", endpoint: "list", count: 1_000 });
  expect(await syncWhole(merchant)).toMatchObject({ code: "failed", problem: "not_certified" });
  expect(await count("payment_links", merchant)).toBe(250);
  expect(await syncStatus(merchant.merchantId, "test")).toMatchObject({
    completeAt: null,
    problem: "not_certified",
  });
});

test("links whose sender has died become unknown and are looked for", async () => {
  const merchant = await merchantWithLinks(sandbox.url, 0);
  const { merchantId, apiKeyId, actor } = merchant;
  const sending = {
    merchant_id: merchantId,
    api_key_id: apiKeyId,
    state: "sending",
    created_by_id: actor.userId,
  };
  const leasedFor = (ms: number) =>
    insertPaymentLink(admin, { ...sending, lease_until: new Date(Date.now() + ms) });
  const dead = await leasedFor(-1_000);
  const alive = await leasedFor(20_000);
  expect((await findDue()).merchantIds).toContain(merchantId);
  expect(await sweepExpiredLeases(merchantId)).toBe(1);
  expect(await sweepExpiredLeases(merchantId)).toBe(0);
  expect((await findDue()).merchantIds).not.toContain(merchantId);
  const states = await rows<{ id: string }>(
    "SELECT id, state, failure_code, lease_until IS NULL AS is_over FROM payment_links WHERE merchant_id = $1",
    merchantId,
  );
  expect(states.find(({ id }) => id === dead)).toMatchObject({
    state: "unknown",
    failure_code: "interrupted",
    is_over: true,
  });
  expect(states.find(({ id }) => id === alive)).toMatchObject({ state: "sending" });
  expect(await listActions(merchant)).toEqual([{ action: "link.unknown", target_id: dead }]);
  const jobs = await rows<{ waits: number }>(
    `SELECT round(extract(epoch FROM run_at - now()))::int AS waits FROM graphile_worker.jobs
     WHERE key LIKE $1 AND run_at > now() + interval '1 s' ORDER BY 1`,
    `${merchantId}:sync:%`,
  );
  expect(jobs.map(({ waits }) => waits)).toEqual([2, 10, 30, 120]);
});

test("a later request to look does not put off an earlier one", async () => {
  const { merchantId, apiKeyId } = await merchantWithLinks(sandbox.url, 0);
  const ask = () => withMerchant(merchantId, (tx) => requestReconcile(tx, apiKeyId));
  const firstAskedAt = Date.now();
  await ask();
  await new Promise((resolve) => setTimeout(resolve, 1_100));
  await ask();
  const [soonest] = await rows<{ at: Date }>(
    `SELECT min(run_at) AS at FROM graphile_worker.jobs WHERE key LIKE $1 AND key NOT LIKE '%:now'`,
    `${merchantId}:sync:%`,
  );
  expect((soonest?.at.getTime() ?? 0) - firstAskedAt).toBeLessThan(2_500);
});

test("what is due: keys never read, or read long ago and in nobody's hands; of merchants in good standing", async () => {
  const [fresh, done, held, disabled, replaced] = [
    await merchantWithLinks(sandbox.url, 1),
    await merchantWithLinks(sandbox.url, 1),
    await merchantWithLinks(sandbox.url, 1),
    await merchantWithLinks(sandbox.url, 1),
    await merchantWithLinks(sandbox.url, 1),
  ];
  const isDue = async ({ apiKeyId }: SyncedMerchant) =>
    (await findDue()).keys.some((key) => key.apiKeyId === apiKeyId);
  await syncWhole(done);
  await syncWhole(held);
  await rows(
    "UPDATE key_syncs SET next_due_at = now(), lease_until = now() + interval '9 s' WHERE api_key_id = $1",
    held.apiKeyId,
  );
  await rows("UPDATE merchants SET disabled_at = now() WHERE merchant_id = $1", disabled.merchantId);
  const other = await sandbox.openAccount();
  await connectApiKey({ merchantId: replaced.merchantId, actor: replaced.actor, text: other.key });

  expect(await isDue(fresh)).toBe(true);
  for (const merchant of [done, held, disabled, replaced]) expect(await isDue(merchant)).toBe(false);
  await rows("UPDATE key_syncs SET next_due_at = now() WHERE api_key_id = $1", done.apiKeyId);
  await rows("UPDATE key_syncs SET lease_until = now() WHERE api_key_id = $1", held.apiKeyId);
  for (const merchant of [done, held]) expect(await isDue(merchant)).toBe(true);
  // It can be decrypted for a while for links sent with it; then no longer.
  await rows("UPDATE api_keys SET opens_until = now() WHERE id = $1", replaced.apiKeyId);
  const pages = await listPages(async () => {
    expect(await syncKey(replaced)).toEqual({ code: "no_key" });
  });
  expect(pages).toBe(0);
});

test("the same account behind another key brings no link twice", async () => {
  const merchant = await merchantWithLinks(sandbox.url, 40);
  await syncWhole(merchant);
  const { merchantId, actor, account } = merchant;
  await connectApiKey({ merchantId, actor, text: account.key });
  const [key] = await rows<{ id: string }>(
    "SELECT id FROM api_keys WHERE merchant_id = $1 AND active_mode IS NOT NULL",
    merchantId,
  );
  expect(await syncWhole({ ...merchant, apiKeyId: key?.id ?? "" })).toMatchObject({ code: "complete" });
  expect(await count("payment_links", merchant)).toBe(40);
  expect(await count("link_sightings", merchant)).toBe(80);
});

test("Sync now shows at once that a look is about to begin", async () => {
  const merchant = await merchantWithLinks(sandbox.url, 2);
  expect(await syncStatus(merchant.merchantId, "live")).toBeNull();
  await syncWhole(merchant);
  await requestSyncNow(merchant.merchantId, "test");
  expect(await syncStatus(merchant.merchantId, "test")).toMatchObject({ running: { seen: 0, total: null } });
  await syncWhole(merchant);
  expect(await syncStatus(merchant.merchantId, "test")).toMatchObject({ running: null });
});
