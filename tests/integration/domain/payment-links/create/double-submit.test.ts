import { afterAll, beforeAll, expect, test } from "vitest";
import { createPaymentLink } from "@/lib/domain/payment-links/create/create-payment-link";
import { freshDatabase } from "@/tests/support/database";
import { startTestSandbox, type TestSandbox } from "@/tests/support/sandbox";
import { submitOverAndOver } from "@/tools/campaign/double-submits";
import { type ConnectedMerchant, connectedMerchant } from "@/tools/campaign/merchant";
import { tapUpstream, type UpstreamTap } from "@/tools/campaign/upstream-tap";

await freshDatabase();
let sandbox: TestSandbox;
let upstream: UpstreamTap;
let merchant: ConnectedMerchant;

beforeAll(async () => {
  sandbox = await startTestSandbox();
  upstream = await tapUpstream(sandbox.url);
  process.env.PAYMENT_LINKS_API_URL = upstream.url;
  merchant = await connectedMerchant(sandbox.url);
});
afterAll(async () => {
  await upstream.close();
  await sandbox.close();
});

const coffee = { amountMinor: 1250, currency: "USD", description: "Two coffees" } as const;

function create(intentId: string, link: { amountMinor: number; currency: "USD"; description: string }) {
  const { merchantId, actor } = merchant;
  return createPaymentLink({ merchantId, actor, mode: "test", intentId, link });
}

test("1,000 submits of 20 intents from 20 clients at once are 20 POSTs", async () => {
  const before = upstream.posts();
  const { linksByIntent, failures } = await submitOverAndOver({
    ...{ submits: 1_000, intents: 20, clients: 20, seed: 1 },
    send: async ({ intentId, number }) => {
      const created = await create(intentId, { ...coffee, description: `Request ${number}` });
      return created.ok ? { linkId: created.value.linkId } : { failure: created.code };
    },
  });
  expect(Object.fromEntries(failures)).toEqual({});
  expect([...linksByIntent.values()].map(({ size }) => size)).toEqual(Array.from({ length: 20 }, () => 1));
  expect(upstream.posts() - before).toBe(20);
  expect(await merchant.account.links()).toHaveLength(20);
});

test("the same content from twenty forms at once is one POST, and nineteen are told about it", async () => {
  const before = upstream.posts();
  const answers = await Promise.all(Array.from({ length: 20 }, () => create(crypto.randomUUID(), coffee)));
  const made = answers.flatMap((answer) => (answer.ok ? [answer.value.linkId] : []));
  expect(made).toHaveLength(1);
  for (const answer of answers) {
    if (!answer.ok) expect(answer).toMatchObject({ code: "near_duplicate", duplicate: { id: made[0] } });
  }
  expect(upstream.posts() - before).toBe(1);
});
