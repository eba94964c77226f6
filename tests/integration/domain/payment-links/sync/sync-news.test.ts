import { afterAll, beforeAll, expect, test } from "vitest";
import { createPaymentLink } from "@/lib/domain/payment-links/create/create-payment-link";
import { getInbox, inboxCount } from "@/lib/domain/payment-links/inbox/get-inbox";
import { freshDatabase } from "@/tests/support/database";
import { startTestSandbox, type TestSandbox } from "@/tests/support/sandbox";
import { merchantWithLinks, syncWhole } from "@/tests/support/syncing";

await freshDatabase();
let sandbox: TestSandbox;

beforeAll(async () => {
  sandbox = await startTestSandbox();
  process.env.PAYMENT_LINKS_API_URL = sandbox.url;
});
afterAll(() => sandbox.close());

test("links from before the key came are history, and those made outside after that wait in the inbox", async () => {
  const merchant = await merchantWithLinks(sandbox.url, 130);
  await syncWhole(merchant);
  expect(await inboxCount({ merchantId: merchant.merchantId, onlyBy: null })).toBe(0);
  await merchant.account.seed(2);
  await syncWhole(merchant);
  expect(await inboxCount({ merchantId: merchant.merchantId, onlyBy: null })).toBe(2);
});

test("an unconfirmed link before the first reading finds its candidates in it", async () => {
  const merchant = await merchantWithLinks(sandbox.url, 3);
  const { merchantId, actor } = merchant;
  await merchant.account.setFault({ fault: "reset_after", endpoint: "create" });
  const created = await createPaymentLink({
    merchantId,
    actor,
    mode: "test",
    intentId: crypto.randomUUID(),
    link: { amountMinor: 1250, currency: "USD", description: "Coffee" },
  });
  expect(created).toMatchObject({ ok: true, value: { state: "unknown" } });
  await syncWhole(merchant);
  const { unconfirmedLinks, unannotated } = await getInbox({ merchantId, onlyBy: null });
  const made = (await merchant.account.links()).find(({ description }) => description.startsWith("Coffee"));
  expect(unconfirmedLinks).toHaveLength(1);
  expect(unconfirmedLinks[0]?.candidates.map(({ upstreamId }) => upstreamId)).toContain(made?.id);
  expect(unannotated).toEqual([]);
});
