import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { everyLink } from "@/lib/core/link-view";
import { getRows } from "@/lib/domain/payment-links/bulk/get-batch";
import { finishWithKills, startTable, tableWith } from "@/tests/support/bulk-kills";
import { freshDatabase } from "@/tests/support/database";
import { startTestSandbox, type TestSandbox } from "@/tests/support/sandbox";
import { connectedMerchant } from "@/tools/campaign/merchant";

process.env.LOG_LEVEL = "fatal";
const { adminUrl } = await freshDatabase();
const admin = new pg.Client({ connectionString: adminUrl });
let sandbox: TestSandbox;

beforeAll(async () => {
  await admin.connect();
  sandbox = await startTestSandbox();
  process.env.PAYMENT_LINKS_API_URL = sandbox.url;
});
afterAll(async () => {
  await admin.end();
  await sandbox.close();
});

test("a table of 60 rows with 8 bad ones, each of another kind, the worker killed midway: each good row has one link, each bad one a reason", async () => {
  const merchant = await connectedMerchant(sandbox.url);
  const id = await startTable(merchant, tableWith({ good: 52, bad: 8 }));
  const counts = await finishWithKills(admin, merchant, { id, kills: [20], settings: {} });
  // What was on its way when the worker was killed may exist, and waits for a person.
  expect(counts).toMatchObject({ rows: 60, invalid: 8, pending: 0, rejected: 0 });
  expect(counts.unconfirmed).toBeLessThanOrEqual(3);
  expect(counts.ready + counts.unconfirmed).toBe(52);

  const rows = await getRows(everyLink(merchant.merchantId), id, { limit: 100 });
  for (const { problems, link } of rows) expect(problems === null).toBe(link !== null);
  const upstream = await merchant.account.links();
  const created = upstream.map(({ description }) => description.replace(/ \(ref .*/, ""));
  expect(new Set(created).size).toBe(created.length);
  const ready = rows.filter(({ link }) => link?.state === "ready");
  for (const { description } of ready) expect(created).toContain(description);
}, 180_000);
