import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { liveSession } from "@/lib/domain/accounts/live-session-store";
import { ownMembership } from "@/lib/domain/members/membership-store";
import { graceCutOff } from "@/lib/domain/members/schema";
import { createPaymentLink } from "@/lib/domain/payment-links/create/create-payment-link";
import { lookUpBeforehand } from "@/lib/domain/payment-links/create/read-beforehand";
import { readTogether } from "@/lib/platform/db";
import { insertSession } from "@/tests/fixtures/session";
import { freshDatabase } from "@/tests/support/database";
import { startTestSandbox, type TestSandbox } from "@/tests/support/sandbox";
import { type ConnectedMerchant, connectedMerchant } from "@/tools/campaign/merchant";

process.env.LOG_LEVEL = "fatal";
const { adminUrl } = await freshDatabase();
const admin = new pg.Client({ connectionString: adminUrl });
let sandbox: TestSandbox;
let ours: ConnectedMerchant;
let theirs: ConnectedMerchant;
const intentId = crypto.randomUUID();

beforeAll(async () => {
  await admin.connect();
  sandbox = await startTestSandbox();
  process.env.PAYMENT_LINKS_API_URL = sandbox.url;
  [ours, theirs] = [await connectedMerchant(sandbox.url), await connectedMerchant(sandbox.url)];
  const link = { amountMinor: 150, currency: "USD", description: "Two coffees" } as const;
  const { merchantId, actor } = ours;
  await createPaymentLink({ merchantId, actor, mode: "test", intentId, link });
});
afterAll(async () => {
  await admin.end();
  await sandbox.close();
});

/** What a form finds that this person sends to the address of our merchant, with the intent of our link. */
async function ask(sessionId: string) {
  const { rows } = await admin.query("SELECT slug FROM merchants WHERE merchant_id = $1", [ours.merchantId]);
  const who = [liveSession(sessionId).sql, ownMembership(rows[0].slug, graceCutOff()).sql];
  return (await readTogether(...who, ...lookUpBeforehand("test", intentId).statements)).slice(2);
}

test("what creating needs is found for a member alone, in the one message that says who asks", async () => {
  const [member, other] = [
    await insertSession(admin, { user_id: ours.actor.userId }),
    await insertSession(admin, { user_id: theirs.actor.userId }),
  ];
  const counts = async (sessionId: string) => (await ask(sessionId)).map((rows) => rows.length);
  expect(await counts(member)).toEqual([1, 1, 1]);
  // Each on the connection on which the member has just asked: nothing of theirs is left there.
  expect(await counts(other)).toEqual([0, 0, 0]);
  expect(await counts(crypto.randomUUID())).toEqual([0, 0, 0]);
  await admin.query("UPDATE sessions SET revoked_at = now() WHERE id = $1", [member]);
  expect(await counts(member)).toEqual([0, 0, 0]);
});

test("it changes nothing", async () => {
  const writes = lookUpBeforehand("test", intentId).statements.filter(
    ({ text }) => !/^\s*SELECT\b/.test(text),
  );
  expect(writes).toEqual([]);
});
