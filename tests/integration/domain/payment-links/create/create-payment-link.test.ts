import { once } from "node:events";
import http from "node:http";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { connectApiKey } from "@/lib/domain/api-keys/connect-api-key";
import { connectSandbox } from "@/lib/domain/api-keys/connect-sandbox";
import { createPaymentLink } from "@/lib/domain/payment-links/create/create-payment-link";
import type { LinkFailureCode, LinkState } from "@/lib/domain/payment-links/schema";
import type { CurrencyCode } from "@/lib/money/currencies";
import { linkLimit } from "@/lib/web/limits";
import { freshDatabase } from "@/tests/support/database";
import { newMerchant, type TestMerchant } from "@/tests/support/merchants";
import {
  startTestSandbox,
  type TestAccount,
  type TestFault,
  type TestSandbox,
} from "@/tests/support/sandbox";

const { adminUrl } = await freshDatabase();
const timeoutMs = 500;
const coffee = { amountMinor: 1250, currency: "USD" as CurrencyCode, description: "Two coffees" };

let admin: pg.Client;
let upstream: TestSandbox;
/** Is called when a POST arrives, before it is answered. */
let onPost: () => Promise<void> = async () => {};
const watched = http.createServer((request, response) => void answerWatched(request, response));

beforeAll(async () => {
  admin = new pg.Client({ connectionString: adminUrl });
  await admin.connect();
  upstream = await startTestSandbox();
  watched.listen(0, "127.0.0.1");
  await once(watched, "listening");
  const address = watched.address();
  process.env.PAYMENT_LINKS_API_URL = upstream.url;
  process.env.PAYMENT_LINKS_TIMEOUT_MS = String(timeoutMs);
  process.env.SANDBOX_URL = `http://127.0.0.1:${typeof address === "object" && address?.port}`;
});

afterAll(async () => {
  await admin.end();
  await upstream.close();
  watched.close();
});

test("a link is made, stored and audited", async () => {
  const { merchant, account } = await connected();
  const made = await create(merchant);
  expect(made).toEqual({
    ok: true,
    value: { linkId: expect.any(String), state: "ready", failureCode: null },
  });
  const [link, ...others] = await account.links();
  expect(others).toEqual([]);
  expect(link).toMatchObject({ amount: 1250, currency: "USD" });
  expect(link?.description).toMatch(/^Two coffees \(ref [2-9A-Z]{4}\)$/);
  const [row] = await listRows(merchant);
  expect(row).toMatchObject({
    state: "ready",
    upstream_id: link?.id,
    url: `${upstream.url}/link/${link?.id}`,
    amount_minor: "1250",
    description: "Two coffees",
    lease_until: null,
    created_by_id: merchant.actor.userId,
  });
  expect(await listEventsAbout(merchant)).toEqual(["link.created 192.0.2.7"]);
});

test("the same intent again is answered with the same link, and sends nothing", async () => {
  const { merchant, account } = await connected();
  const intentId = crypto.randomUUID();
  const first = await create(merchant, { intentId });
  expect(await create(merchant, { intentId })).toEqual(first);
  expect(await account.links()).toHaveLength(1);
  expect(await listRows(merchant)).toHaveLength(1);
});

test.each([
  { change: { amountMinor: 1251 } },
  { change: { currency: "EUR" as CurrencyCode } },
  { change: { description: "Two coffees, please" } },
])("the same intent with $change is refused and points at the first link", async ({ change }) => {
  const { merchant, account } = await connected();
  const intentId = crypto.randomUUID();
  const first = await create(merchant, { intentId });
  const linkId = first.ok ? first.value.linkId : "";
  const second = await create(merchant, { intentId, link: { ...coffee, ...change } });
  expect(second).toEqual({ ok: false, code: "intent_reused", linkId });
  expect(await account.links()).toHaveLength(1);
});

test("one merchant's intent is nothing to another", async () => {
  const [one, other] = [await connected(), await connected()];
  const intentId = crypto.randomUUID();
  const [first, second] = [
    await create(one.merchant, { intentId }),
    await create(other.merchant, { intentId, link: { ...coffee, amountMinor: 99 } }),
  ];
  expect([first.ok, second.ok]).toEqual([true, true]);
  expect(await one.account.links()).toHaveLength(1);
  expect(await other.account.links()).toHaveLength(1);
});

test("the row is committed, with a lease, before the POST arrives anywhere", async () => {
  const merchant = await newMerchant();
  await connectSandbox(merchant);
  const seen: Record<string, unknown>[] = [];
  onPost = async () => void seen.push(...(await listRows(merchant)));
  const sentAt = Date.now();
  const made = await create(merchant, { mode: "sandbox" });
  expect(made).toMatchObject({ ok: true, value: { state: "ready" } });
  expect(seen).toHaveLength(1);
  expect(seen[0]).toMatchObject({ state: "sending", url: null, upstream_id: null });
  const lease = seen[0]?.lease_until;
  expect(lease instanceof Date && lease.getTime()).toBeGreaterThan(sentAt + timeoutMs);
});

test("the row and its outcome are on the disk before anything follows, and attempts are counted with the row", async () => {
  // Asks at the end of each transaction that writes to these tables, with which setting it is committed.
  await admin.query(`
    CREATE TABLE commits (name text, setting text);
    CREATE FUNCTION note_commit() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
      BEGIN INSERT INTO commits VALUES (TG_TABLE_NAME, current_setting('synchronous_commit')); RETURN NULL; END $$;
    CREATE CONSTRAINT TRIGGER note_commit AFTER INSERT OR UPDATE ON payment_links
      DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION note_commit();
    CREATE CONSTRAINT TRIGGER note_commit AFTER INSERT OR UPDATE ON rate_limits
      DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW.key LIKE 'link%:%')
      EXECUTE FUNCTION note_commit()`);
  const { merchant } = await connected();
  const { merchantId, actor } = merchant;
  const limits = linkLimit(merchantId, "192.0.2.7");
  const request = { merchantId, actor, mode: "test", intentId: crypto.randomUUID(), link: coffee } as const;
  expect(await createPaymentLink({ ...request, limits })).toMatchObject({ ok: true });
  const { rows } = await admin.query("SELECT DISTINCT name, setting FROM commits ORDER BY name, setting");
  await admin.query("DROP FUNCTION note_commit CASCADE; DROP TABLE commits");
  expect(rows).toEqual([
    { name: "payment_links", setting: "on" },
    { name: "rate_limits", setting: "on" },
  ]);
});

test("while upstream is silent the link is being made; after, nobody knows", async () => {
  const { merchant, account } = await connected();
  await account.setFault({ fault: "stall", endpoint: "create" });
  const submitting = create(merchant);
  await expect.poll(async () => (await listRows(merchant)).map(({ state }) => state)).toEqual(["sending"]);
  expect(await submitting).toMatchObject({ value: { state: "unknown", failureCode: "timeout" } });
  expect((await listRows(merchant)).map(({ state }) => state)).toEqual(["unknown"]);
});

describe("what went wrong decides what is known", () => {
  test.each<{ fault: TestFault["fault"]; state: LinkState; code: LinkFailureCode; made: number }>([
    { fault: "refuse_400", state: "rejected", code: "invalid_request", made: 0 },
    { fault: "refuse_422", state: "rejected", code: "invalid_request", made: 0 },
    { fault: "refuse_401", state: "rejected", code: "key_refused", made: 0 },
    { fault: "refuse_403", state: "rejected", code: "key_refused", made: 0 },
    { fault: "refuse_404", state: "rejected", code: "not_found", made: 0 },
    { fault: "refuse_403_html", state: "unknown", code: "unreadable_answer", made: 0 },
    { fault: "reset_before", state: "unknown", code: "connection_lost", made: 0 },
    { fault: "reset_after", state: "unknown", code: "connection_lost", made: 1 },
    { fault: "html_502", state: "unknown", code: "server_error", made: 0 },
    { fault: "rate_limit", state: "unknown", code: "rate_limited", made: 0 },
    { fault: "redirect", state: "unknown", code: "redirected", made: 0 },
    { fault: "malformed_json", state: "unknown", code: "unreadable_answer", made: 1 },
    { fault: "empty_body", state: "unknown", code: "unreadable_answer", made: 1 },
    { fault: "shape_script_url", state: "unknown", code: "unreadable_answer", made: 1 },
  ])("$fault: $state", async ({ fault, state, code, made }) => {
    const { merchant, account } = await connected();
    await account.setFault({ fault, endpoint: "create" });
    const intentId = crypto.randomUUID();
    const outcome = await create(merchant, { intentId });
    expect(outcome).toMatchObject({ ok: true, value: { state, failureCode: code } });
    expect(await listRows(merchant)).toMatchObject([
      { state, failure_code: code, url: null, lease_until: null },
    ]);
    expect(await account.links()).toHaveLength(made);
    expect(await listEventsAbout(merchant)).toEqual([`link.${state} 192.0.2.7`]);
    // The same intent again gives the same outcome and sends nothing, although upstream would now answer.
    expect(await create(merchant, { intentId })).toEqual(outcome);
    expect(await account.links()).toHaveLength(made);
  });

  test("an upstream that cannot be reached: nothing was sent", async () => {
    const merchant = await newMerchant();
    await connectSandbox(merchant);
    watched.close();
    watched.closeAllConnections();
    const outcome = await create(merchant, { mode: "sandbox" });
    expect(outcome).toMatchObject({ ok: true, value: { state: "rejected", failureCode: "unreachable" } });
  });
});

describe("without a key that opens nothing is written and nothing is sent", () => {
  test("no key for the mode", async () => {
    const { merchant, account } = await connected();
    expect(await create(merchant, { mode: "live" })).toEqual({ ok: false, code: "no_key" });
    expect(await listRows(merchant)).toEqual([]);
    expect(await account.links()).toEqual([]);
  });

  test("a key whose sealed bytes were changed", async () => {
    const { merchant, account } = await connected();
    await admin.query(
      "UPDATE api_keys SET sealed = set_byte(sealed, 40, 255 - get_byte(sealed, 40)) WHERE merchant_id = $1",
      [merchant.merchantId],
    );
    expect(await create(merchant)).toEqual({ ok: false, code: "key_unreadable" });
    expect(await listRows(merchant)).toEqual([]);
    expect(await account.links()).toEqual([]);
  });
});

async function connected(): Promise<{ merchant: TestMerchant; account: TestAccount }> {
  const merchant = await newMerchant();
  const account = await upstream.openAccount();
  expect(await connectApiKey({ ...merchant, text: account.key })).toEqual({ ok: true, value: "test" });
  return { merchant, account };
}

function create(
  { merchantId, actor }: TestMerchant,
  change: { intentId?: string; link?: typeof coffee; mode?: "sandbox" | "test" | "live" } = {},
) {
  const request = { mode: "test", intentId: crypto.randomUUID(), link: coffee, ...change } as const;
  return createPaymentLink({ merchantId, actor, ...request });
}

async function listRows({ merchantId }: TestMerchant): Promise<Record<string, unknown>[]> {
  const { rows } = await admin.query("SELECT * FROM payment_links WHERE merchant_id = $1", [merchantId]);
  return rows;
}

/** The audit events about links, as `action ip`. */
async function listEventsAbout({ merchantId }: TestMerchant): Promise<string[]> {
  const { rows } = await admin.query<{ action: string; ip: string }>(
    "SELECT action, ip FROM audit_events WHERE merchant_id = $1 AND action LIKE 'link.%' ORDER BY id",
    [merchantId],
  );
  return rows.map(({ action, ip }) => `${action} ${ip}`);
}

async function answerWatched(request: http.IncomingMessage, response: http.ServerResponse): Promise<void> {
  const isAccount = request.url === "/_sandbox/accounts";
  if (!isAccount) await onPost();
  request.resume();
  response.setHeader("content-type", "application/json");
  const link = { id: "plink_1", object: "payment_link", url: "http://127.0.0.1/link/plink_1", active: true };
  response.end(JSON.stringify(isAccount ? { key: "sk_test_watched" } : link));
}
