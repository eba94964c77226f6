import { once } from "node:events";
import http from "node:http";
import { inspect } from "node:util";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { Secret } from "@/lib/core/secret";
import type { GatewayFailureCode } from "@/lib/gateway/failures";
import { createPaymentLink, listPaymentLinks } from "@/lib/gateway/payment-links-api";
import { passingFaults } from "@/lib/sandbox/faults";
import type { BendingFault } from "@/lib/sandbox/faults-bending";
import type { ReplacingFault } from "@/lib/sandbox/faults-replacing";
import { startTestSandbox, type TestAccount, type TestSandbox } from "@/tests/support/sandbox";

let sandbox: TestSandbox;
let account: TestAccount;
beforeAll(async () => {
  sandbox = await startTestSandbox();
});
afterAll(() => sandbox.close());
beforeEach(async () => {
  account = await sandbox.openAccount();
});

function upstream(timeoutMs: number) {
  return {
    apiKey: new Secret(account.key),
    baseUrl: sandbox.url,
    timeoutMs,
    plainHttpUrls: "always" as const,
  };
}

function create(timeoutMs = 10_000) {
  const link = { amountMinor: 1250, currency: "CRC", description: "Café" };
  return createPaymentLink({ ...upstream(timeoutMs), ...link });
}

function list(timeoutMs = 10_000) {
  return listPaymentLinks({ ...upstream(timeoutMs), limit: 10, offset: 0 });
}

const impatientMs = 250;
/** Much longer than the deadline. */
const delayMs = 1500;

/** The gateway's result for each fault, and how many links the sandbox has created by then. */
const expected: Record<
  ReplacingFault | BendingFault,
  { create: GatewayFailureCode | "ok"; made: 0 | 1; list: GatewayFailureCode | "ok" }
> = {
  refuse_400: { create: "invalid_request", made: 0, list: "invalid_request" },
  refuse_400_message: { create: "invalid_request", made: 0, list: "invalid_request" },
  refuse_400_envelope: { create: "invalid_request", made: 0, list: "invalid_request" },
  refuse_401: { create: "key_refused", made: 0, list: "key_refused" },
  refuse_401_bare: { create: "key_refused", made: 0, list: "key_refused" },
  refuse_403: { create: "key_refused", made: 0, list: "key_refused" },
  refuse_403_html: { create: "unreadable_answer", made: 0, list: "unreadable_answer" },
  refuse_404: { create: "not_found", made: 0, list: "not_found" },
  refuse_422: { create: "invalid_request", made: 0, list: "invalid_request" },
  refuse_422_text: { create: "invalid_request", made: 0, list: "invalid_request" },
  stall: { create: "timeout", made: 0, list: "timeout" },
  reset_before: { create: "connection_lost", made: 0, list: "connection_lost" },
  reset_after: { create: "connection_lost", made: 1, list: "connection_lost" },
  commit_late: { create: "connection_lost", made: 0, list: "connection_lost" },
  commit_late_held: { create: "timeout", made: 0, list: "timeout" },
  html_502: { create: "server_error", made: 0, list: "server_error" },
  rate_limit: { create: "rate_limited", made: 0, list: "rate_limited" },
  redirect: { create: "redirected", made: 0, list: "redirected" },
  malformed_json: { create: "unreadable_answer", made: 1, list: "unreadable_answer" },
  empty_body: { create: "unreadable_answer", made: 1, list: "unreadable_answer" },
  slow: { create: "timeout", made: 1, list: "timeout" },
  drip: { create: "timeout", made: 1, list: "timeout" },
  huge_body: { create: "unreadable_answer", made: 1, list: "unreadable_answer" },
  shape_envelope: { create: "ok", made: 1, list: "ok" },
  shape_bare_list: { create: "ok", made: 1, list: "ok" },
  shape_decimal_amounts: { create: "ok", made: 1, list: "ok" },
  shape_uuid_ids: { create: "ok", made: 1, list: "ok" },
  shape_numeric_ids: { create: "ok", made: 1, list: "ok" },
  shape_script_url: { create: "unreadable_answer", made: 1, list: "ok" },
  shape_odd_item: { create: "ok", made: 1, list: "ok" },
};

const faults = passingFaults.map((fault) => ({ fault, ...expected[fault] }));

describe.each(faults)("$fault", ({ fault, ...outcome }) => {
  test(`creating: ${outcome.create}, ${outcome.made} made`, async () => {
    await account.setFault({ fault, delayMs });
    const result = await create(outcome.create === "timeout" ? impatientMs : undefined);
    expect(result.ok ? "ok" : result.code).toBe(outcome.create);
    expect(await account.links()).toHaveLength(outcome.made);
    expect(JSON.stringify(result) + inspect(result, { depth: 9 })).not.toContain(account.key);
    if (!result.ok) return;
    const [made] = await account.links();
    expect(result.value).toEqual({
      upstreamId: made?.id,
      url: `${sandbox.url}/link/${made?.id}`,
      active: true,
    });
  });

  test(`listing: ${outcome.list}`, async () => {
    await account.seed(3);
    await account.setFault({ fault, delayMs, endpoint: "list" });
    const result = await list(outcome.list === "timeout" ? impatientMs : undefined);
    expect(result.ok ? "ok" : result.code).toBe(outcome.list);
    expect(JSON.stringify(result) + inspect(result, { depth: 9 })).not.toContain(account.key);
    if (!result.ok) return;
    const made = (await account.links()).toReversed();
    expect(result.value.items).toEqual(
      made.slice(fault === "shape_odd_item" ? 1 : 0).map(({ id }) => ({
        upstreamId: id,
        url: fault === "shape_script_url" ? null : `${sandbox.url}/link/${id}`,
        active: true,
      })),
    );
    expect(result.value.totalItems).toBe(fault === "shape_bare_list" ? null : 3);
  });
});

test.each(["commit_late", "commit_late_held"] as const)("%s makes its link in the end", async (fault) => {
  await account.setFault({ fault, delayMs });
  await create(impatientMs);
  expect(await account.links()).toHaveLength(0);
  await expect.poll(account.links, { timeout: 5000 }).toHaveLength(1);
});

test.each(["slow", "drip"] as const)("%s is waited for within the deadline", async (fault) => {
  await account.setFault({ fault, delayMs: 1, count: 2 });
  expect(await create()).toMatchObject({ ok: true });
  expect(await list()).toMatchObject({ ok: true });
});

test.each(["stall", "html_502", "rate_limit", "redirect"] as const)(
  "%s can be told to make its link all the same",
  async (fault) => {
    await account.setFault({ fault, commit: true });
    const result = await create(impatientMs);
    expect(result.ok ? "ok" : result.code).toBe(expected[fault].create);
    expect(await account.links()).toHaveLength(1);
  },
);

test("a fault lasts as many requests as it was told, on the endpoint it was told", async () => {
  await account.setFault({ fault: "refuse_401", count: 2, endpoint: "create" });
  const codes = [];
  for (const call of [create, list, create, create]) {
    const result = await call();
    codes.push(result.ok ? "ok" : result.code);
  }
  expect(codes).toEqual(["key_refused", "ok", "key_refused", "ok"]);
});

test("a 429 carries how long to wait", async () => {
  await account.setFault({ fault: "rate_limit", retryAfterSeconds: 7 });
  expect(await create()).toEqual({ ok: false, code: "rate_limited", retryAfterMs: 7000 });
});

test("a 422 carries the fields it names", async () => {
  await account.setFault({ fault: "refuse_422" });
  expect(await create()).toEqual({ ok: false, code: "invalid_request", fields: ["amount"] });
  const emptyAmount = createPaymentLink({
    ...upstream(10_000),
    amountMinor: 0,
    currency: "XX",
    description: "x",
  });
  expect(await emptyAmount).toEqual({ ok: false, code: "invalid_request", fields: ["amount", "currency"] });
});

test("a redirect is not followed", async () => {
  let visits = 0;
  const elsewhere = http.createServer(() => visits++).listen(0, "127.0.0.1");
  await once(elsewhere, "listening");
  const address = elsewhere.address();
  const port = typeof address === "object" ? address?.port : 0;
  await account.setFault({
    fault: "redirect",
    location: `http://127.0.0.1:${port}/v1/payment-links`,
    count: 2,
  });
  expect([await create(), await list()]).toEqual([
    { ok: false, code: "redirected" },
    { ok: false, code: "redirected" },
  ]);
  expect(visits).toBe(0);
  elsewhere.close();
});

test("a clamped and reordered list is passed on as it came", async () => {
  await account.seed(5);
  await account.setFault({ fault: "clamp_limit", limit: 2 });
  await account.setFault({ fault: "list_order", order: "oldest_first" });
  const [first, second] = await account.links();
  expect(await list()).toMatchObject({
    ok: true,
    value: { items: [{ upstreamId: first?.id }, { upstreamId: second?.id }], totalItems: 5 },
  });
});
