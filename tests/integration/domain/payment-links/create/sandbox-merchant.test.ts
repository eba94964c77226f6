import { afterAll, beforeAll, expect, test } from "vitest";
import { connectApiKey } from "@/lib/domain/api-keys/connect-api-key";
import { connectSandbox } from "@/lib/domain/api-keys/connect-sandbox";
import { createPaymentLink } from "@/lib/domain/payment-links/create/create-payment-link";
import { findLink } from "@/lib/domain/payment-links/store";
import { withMerchant } from "@/lib/platform/db";
import { freshDatabase } from "@/tests/support/database";
import { newMerchant, type TestMerchant } from "@/tests/support/merchants";
import { startTestSandbox, type TestSandbox } from "@/tests/support/sandbox";

await freshDatabase();
let upstream: TestSandbox;

beforeAll(async () => {
  upstream = await startTestSandbox();
  process.env.PAYMENT_LINKS_API_URL = upstream.url;
  process.env.SANDBOX_URL = upstream.url;
});
afterAll(() => upstream.close());

test("a pay page of the sandbox names the business, whatever its name is written with", async () => {
  const merchant = await newMerchant("Café Ñandú & Çía 茶");
  await connectSandbox(merchant);
  expect(await readPayPage(merchant, "sandbox")).toContain("<bdi>Café Ñandú &amp; Çía 茶</bdi>");
});

test("4Geeks is sent nothing beside what it documents: it knows who its customer is", async () => {
  const merchant = await newMerchant("Café Sol");
  const account = await upstream.openAccount();
  await connectApiKey({ ...merchant, text: account.key });
  expect(await readPayPage(merchant, "test")).not.toContain("Café Sol");
  expect((await account.links())[0]).not.toHaveProperty("merchant");
});

async function readPayPage({ merchantId, actor }: TestMerchant, mode: "sandbox" | "test"): Promise<string> {
  const link = { amountMinor: 450, currency: "USD", description: "Coffee" } as const;
  const created = await createPaymentLink({ merchantId, actor, mode, intentId: crypto.randomUUID(), link });
  if (!created.ok) throw new Error(created.code);
  const row = await withMerchant(merchantId, (tx) => findLink(tx, created.value.linkId));
  return (await fetch(row?.url ?? "")).text();
}
