import { randomUUID } from "node:crypto";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { createPaymentLink } from "@/lib/domain/payment-links/create/create-payment-link";
import { disconnect } from "@/lib/platform/db";
import { freshDatabase } from "@/tests/support/database";
import { startTestSandbox, type TestSandbox } from "@/tests/support/sandbox";
import { type ConnectedMerchant, connectedMerchant } from "@/tools/campaign/merchant";

// The same amount, currency and description once more: when people are asked whether they want another link.

await freshDatabase();
let sandbox: TestSandbox;
let merchant: ConnectedMerchant;
const guardMs = 10 * 60_000;

beforeAll(async () => {
  sandbox = await startTestSandbox();
  process.env.PAYMENT_LINKS_API_URL = sandbox.url;
});
beforeEach(async () => {
  merchant = await connectedMerchant(sandbox.url);
});
afterEach(() => vi.useRealTimers());
afterAll(async () => {
  await disconnect();
  await sandbox.close();
});

function create(duplicateOf?: string) {
  const { merchantId, actor } = merchant;
  const link = { amountMinor: 1250, currency: "USD", description: "Coffee" } as const;
  const intentId = randomUUID();
  return createPaymentLink({ merchantId, actor, mode: "test", intentId, link, duplicateOf });
}

/** Moves this process's clock forward. */
function later(ms: number): void {
  vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + ms });
}

test("within ten minutes there is a question; with the answer to it one more is made", async () => {
  const first = await create();
  if (!first.ok) throw new Error(first.code);
  later(guardMs - 10_000);
  const asked = await create();
  const duplicate = { id: first.value.linkId, createdBy: "Ana", isLinkUnconfirmed: false };
  expect(asked).toMatchObject({ ok: false, code: "near_duplicate", duplicate });
  expect(await create(first.value.linkId)).toMatchObject({ ok: true, value: { state: "ready" } });
  expect(await merchant.account.links()).toHaveLength(2);
});

test("after ten minutes the same again is another sale", async () => {
  await create();
  later(guardMs + 1_000);
  expect(await create()).toMatchObject({ ok: true, value: { state: "ready" } });
});

test("about a link that nobody could confirm there is a question however old it is", async () => {
  await merchant.account.setFault({ fault: "reset_after", endpoint: "create" });
  const first = await create();
  if (!first.ok) throw new Error(first.code);
  expect(first.value.state).toBe("unknown");
  later(24 * 60 * 60_000);
  const asked = await create();
  const duplicate = { id: first.value.linkId, isLinkUnconfirmed: true };
  expect(asked).toMatchObject({ ok: false, code: "near_duplicate", duplicate });
  expect(await create(first.value.linkId)).toMatchObject({ ok: true, value: { state: "ready" } });
});

test("a link that upstream refused asks nothing", async () => {
  await merchant.account.setFault({ fault: "refuse_422", endpoint: "create" });
  expect(await create()).toMatchObject({ ok: true, value: { state: "rejected" } });
  expect(await create()).toMatchObject({ ok: true, value: { state: "ready" } });
});
