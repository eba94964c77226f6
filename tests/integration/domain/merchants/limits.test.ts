import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { verifyChain } from "@/lib/domain/audit/verify-chain";
import { inviteMember } from "@/lib/domain/invitations/invite-member";
import { changeLimits } from "@/lib/domain/operator/change-limits";
import type { Layout } from "@/lib/domain/payment-links/bulk/schema";
import { sendRow } from "@/lib/domain/payment-links/bulk/send-row";
import { createPaymentLink } from "@/lib/domain/payment-links/create/create-payment-link";
import { linkLimit, mayCreateMerchant } from "@/lib/web/limits";
import { freshDatabase } from "@/tests/support/database";
import { newMerchant } from "@/tests/support/merchants";
import { startTestSandbox, type TestSandbox } from "@/tests/support/sandbox";
import { accept, getToken, inviting, newAccount } from "@/tests/support/team";
import { type ConnectedMerchant, connectedMerchant } from "@/tools/campaign/merchant";

process.env.LOG_LEVEL = "fatal";
process.env.LIMIT_LINKS_FROM = "3";
process.env.LIMIT_BUSINESSES = "2";
process.env.LIMIT_LINKS_PER_HOUR = "4";
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

const operator = { userId: crypto.randomUUID(), name: "operator@example.com" };
const command = { userId: null, name: "root@machine" };
const link = { amountMinor: 150, currency: "USD", description: "Two coffees" } as const;

function create({ merchantId, actor }: ConnectedMerchant) {
  const intentId = crypto.randomUUID();
  return createPaymentLink({ merchantId, actor, mode: "test", intentId, link, isRepeatable: true });
}

function createFrom(ip: string, { merchantId, actor }: ConnectedMerchant, intentId = crypto.randomUUID()) {
  const limits = linkLimit(merchantId, ip);
  return createPaymentLink({ merchantId, actor, mode: "test", intentId, link, isRepeatable: true, limits });
}

async function listEvents(merchantId: string) {
  const { rows } = await admin.query(
    "SELECT action, actor_id, details FROM audit_events WHERE merchant_id = $1 AND action LIKE 'merchant.limit%' ORDER BY id",
    [merchantId],
  );
  return rows;
}

test("a merchant creates as many links in an hour as an operator set, by hand and from tables, and no other is slowed", async () => {
  const [limited, other] = [await connectedMerchant(sandbox.url), await connectedMerchant(sandbox.url)];
  const { merchantId, actor } = limited;
  expect(await changeLimits(merchantId, { linksPerHour: 1, people: null }, operator)).toBe(true);
  expect(await changeLimits(merchantId, { linksPerHour: 1, people: null }, operator)).toBe(false);
  expect(await create(limited)).toMatchObject({ ok: true });
  expect(await create(limited)).toMatchObject({ ok: false, code: "links_used_up" });
  const row = { place: 1, intentId: crypto.randomUUID(), link, cells: [] };
  const layout: Layout = {
    ...{ hasHeader: false, columns: [], noteColumns: {}, currency: "CRC", decimalMark: ",", country: null },
    takenTotals: [],
  };
  const batch = { mode: "test", actor, failures: 0, layout } as const;
  const sent = await sendRow({ merchantId, batchId: crypto.randomUUID() }, batch, row);
  expect(sent).toEqual({ waitMs: expect.any(Number) });
  expect(await limited.account.links()).toHaveLength(1);
  const rows = await admin.query("SELECT FROM payment_links WHERE merchant_id = $1", [merchantId]);
  expect(rows.rowCount).toBe(1);
  for (let made = 0; made < 4; made++) expect(await create(other)).toMatchObject({ ok: true });
  // Without limits of its own, those of the settings apply.
  expect(await create(other)).toMatchObject({ ok: false, code: "links_used_up" });

  const details = { linksPerHour: 1 };
  expect(await listEvents(merchantId)).toEqual([
    {
      action: "merchant.limits_changed",
      actor_id: null,
      details: { ...details, people: null, operator: operator.userId },
    },
    // Once, however often it is tried.
    { action: "merchant.limit_reached", actor_id: actor.userId, details },
  ]);
  expect((await verifyChain(merchantId)).findings).toEqual([]);
});

test("a team has no more people and invitations than it may, also when the limit was lowered after an invitation", async () => {
  const merchant = await newMerchant();
  const { merchantId } = merchant;
  const [first, second] = [await newAccount(), await newAccount()];
  const invite = ({ email }: { email: string }) =>
    inviteMember({ ...inviting(merchant), invite: { email, role: "cashier" } });
  await changeLimits(merchantId, { linksPerHour: null, people: 2 }, command);
  const sent = await invite(first);
  if (!sent.ok) throw new Error(sent.code);
  expect(await invite(second)).toEqual({ ok: false, code: "team_full" });
  await changeLimits(merchantId, { linksPerHour: null, people: 1 }, command);
  const token = getToken(sent.value.link);
  expect(await accept(token, first)).toEqual({ ok: false, code: "no_room_in_team" });
  await changeLimits(merchantId, { linksPerHour: null, people: null }, command);
  // The invitation is still there.
  expect(await accept(token, first)).toMatchObject({ ok: true });
  const reached = (await listEvents(merchantId)).filter(({ action }) => action === "merchant.limit_reached");
  expect(reached.map(({ details }) => details)).toEqual([{ people: 2 }, { people: 1 }]);
});

test("one network creates only so many links with all its businesses, and only so many businesses", async () => {
  const [one, other] = [await connectedMerchant(sandbox.url), await connectedMerchant(sandbox.url)];
  const here = "203.0.113.4";
  const intentId = crypto.randomUUID();
  const first = await createFrom(here, one, intentId);
  expect(first).toMatchObject({ ok: true, value: { state: "ready" } });
  expect(await createFrom(here, other)).toMatchObject({ ok: true });
  expect(await createFrom(here, one)).toMatchObject({ ok: true });
  const countInHour = async () => {
    const { rows } = await admin.query("SELECT hits FROM rate_limits WHERE key = $1", [
      `links-in-hour:${other.merchantId}`,
    ]);
    return rows[0]?.hits;
  };
  const before = await countInHour();
  expect(await createFrom(here, other)).toEqual({ ok: false, code: "too_many_links" });
  // Whoever sends too many in a minute does not use up the business's hour.
  expect(await countInHour()).toBe(before);
  expect(await createFrom("203.0.113.5", other)).toMatchObject({ ok: true });
  expect(await countInHour()).toBe(before + 1);
  // What was made within the limit is there for whoever presses once more.
  expect(await createFrom(here, one, intentId)).toEqual(first);

  const anybody = (ip: string) => ({ userId: crypto.randomUUID(), ip });
  expect(await mayCreateMerchant(anybody(here))).toBe(true);
  expect(await mayCreateMerchant(anybody(here))).toBe(true);
  expect(await mayCreateMerchant(anybody(here))).toBe(false);
  const mover = crypto.randomUUID();
  expect(await mayCreateMerchant({ userId: mover, ip: "203.0.113.6" })).toBe(true);
  expect(await mayCreateMerchant({ userId: mover, ip: "203.0.113.7" })).toBe(true);
  expect(await mayCreateMerchant({ userId: mover, ip: "203.0.113.8" })).toBe(false);
});
