import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { connectApiKey } from "@/lib/domain/api-keys/connect-api-key";
import { listUsedCurrencies } from "@/lib/domain/payment-links/create/list-used-currencies";
import { insertPaymentLink } from "@/tests/fixtures/payment-link";
import { freshDatabase } from "@/tests/support/database";
import { newMerchant } from "@/tests/support/merchants";
import { startTestSandbox, type TestSandbox } from "@/tests/support/sandbox";

const { adminUrl } = await freshDatabase();
let admin: pg.Client;
let upstream: TestSandbox;

beforeAll(async () => {
  admin = new pg.Client({ connectionString: adminUrl });
  await admin.connect();
  upstream = await startTestSandbox();
  process.env.PAYMENT_LINKS_API_URL = upstream.url;
});
afterAll(async () => {
  await admin.end();
  await upstream.close();
});

/** A merchant whose prices are in colones, with links in these currencies, oldest first. */
async function merchantWith(links: Record<string, unknown>[]) {
  const merchant = await newMerchant();
  await connectApiKey({ ...merchant, text: (await upstream.openAccount()).key });
  const content = { amount_minor: 450, description: "Coffee", created_by_id: merchant.actor.userId };
  const row = { merchant_id: merchant.merchantId, ...content };
  for (const link of links) await insertPaymentLink(admin, { ...row, ...link });
  return { merchantId: merchant.merchantId, merchant: { defaultCurrency: "CRC" } };
}

test("the currency of the prices comes first, then what links are in, the most used first", async () => {
  const used = ["EUR", "USD", "CRC", "USD", "MXN"].map((currency) => ({ currency }));
  const own = await merchantWith(used);
  await merchantWith([{ currency: "GBP" }]);
  expect(await listUsedCurrencies(own)).toEqual(["CRC", "USD", "MXN", "EUR"]);
});

test("a link that was refused was in no currency, and an external one without details is in none", async () => {
  const own = await merchantWith([
    { currency: "GBP", state: "rejected", failure_code: "invalid_request" },
    { origin: "external", created_by_id: null, currency: null, amount_minor: null, description: null },
  ]);
  expect(await listUsedCurrencies(own)).toEqual(["CRC"]);
});
