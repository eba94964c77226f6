import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { everyLink } from "@/lib/core/link-view";
import { asksAboutInactive, chooseInactive } from "@/lib/domain/merchants/choose-inactive";
import { seeAll, undoSeeAll } from "@/lib/domain/payment-links/inbox/dismiss-all";
import { getInbox, inboxCount } from "@/lib/domain/payment-links/inbox/get-inbox";
import { followActive } from "@/lib/domain/payment-links/sync/found-link-store";
import { disconnect, withMerchant } from "@/lib/platform/db";
import { copyInactive } from "@/tests/fixtures/many-links";
import { insertPaymentLink } from "@/tests/fixtures/payment-link";
import { freshDatabase } from "@/tests/support/database";
import { linkRows } from "@/tests/support/link-rows";
import { newMerchant, type TestMerchant } from "@/tests/support/merchants";

const { adminUrl } = await freshDatabase();
const admin = new pg.Client({ connectionString: adminUrl });
const add = linkRows(admin);

beforeAll(() => admin.connect());
afterAll(async () => {
  await admin.end();
  await disconnect();
});

const view = ({ merchantId }: TestMerchant) => everyLink(merchantId);
const listEvents = async ({ merchantId }: TestMerchant) =>
  (
    await admin.query(
      "SELECT action, details->>'links' AS links FROM audit_events WHERE merchant_id = $1 AND action LIKE 'inbox.%' ORDER BY id",
      [merchantId],
    )
  ).rows.map(({ action, links }) => `${action} ${links}`);

/** Copies a link many times, inactive since different moments. */
async function addInactive(merchant: TestMerchant, count: number): Promise<void> {
  const [id] = await add(merchant, { description: "Coffee" });
  await copyInactive(admin, { id: id ?? "", count });
}

test("thousands are seen in one press, in steps, and all come back", async () => {
  const merchant = await newMerchant();
  const { actor } = merchant;
  await addInactive(merchant, 2_500);
  const upTo = new Date();
  const { count, at } = await seeAll({ view: view(merchant), actor, kind: "inactive", upTo });
  expect(count).toBe(2_500);
  expect(await inboxCount(view(merchant))).toBe(0);
  expect(await listEvents(merchant)).toEqual(["inbox.seen 1000", "inbox.seen 1000", "inbox.seen 500"]);
  expect(await undoSeeAll({ view: view(merchant), actor, kind: "inactive", at })).toEqual({ count: 2_500 });
  expect(await inboxCount(view(merchant))).toBe(101);
});

test("what came after the page, what others see, and what may be an unconfirmed link, stays", async () => {
  const merchant = await newMerchant();
  const { merchantId, actor } = merchant;
  await addInactive(merchant, 3);
  const { rows } = await admin.query(
    "UPDATE payment_links SET inactive_at = now() + interval '1 hour' WHERE merchant_id = $1 AND id = (SELECT max(id::text)::uuid FROM payment_links WHERE merchant_id = $1 AND NOT active) RETURNING id",
    [merchantId],
  );
  const own = { ...view(merchant), onlyBy: crypto.randomUUID() };
  const all = { actor, kind: "inactive" as const, upTo: new Date() };
  expect(await seeAll({ ...all, view: own })).toMatchObject({ count: 0 });
  expect(await seeAll({ ...all, view: view(merchant) })).toMatchObject({ count: 2 });
  expect((await getInbox(view(merchant))).turnedInactive.map(({ id }) => id)).toEqual([rows[0].id]);

  const external = {
    ...{ merchant_id: merchantId, api_key_id: merchantId, origin: "external", created_by_id: null },
    ...{ amount_minor: null, currency: null, description: null },
  };
  const before = await insertPaymentLink(admin, { ...external, created_at: new Date("2026-11-01") });
  await add(merchant, { description: "Unconfirmed", state: "unknown", createdAt: "2026-11-02T00:00:00Z" });
  const candidate = await insertPaymentLink(admin, { ...external, created_at: new Date("2026-11-03") });
  expect((await getInbox(view(merchant))).unannotated.map(({ id }) => id)).toEqual([before]);
  const seen = await seeAll({ view: view(merchant), actor, kind: "external", upTo: new Date() });
  expect(seen.count).toBe(1);
  const { unannotated, unconfirmedLinks } = await getInbox(view(merchant));
  expect(unannotated).toEqual([]);
  expect(unconfirmedLinks[0]?.candidates.map(({ id }) => id)).toEqual([candidate]);
  expect(await undoSeeAll({ view: view(merchant), actor, kind: "external", at: seen.at })).toEqual({
    count: 1,
  });
  expect(await undoSeeAll({ view: view(merchant), actor, kind: "external", at: seen.at })).toEqual({
    count: 0,
  });
});

test("a business to which inactive links mean nothing is not asked about them", async () => {
  const merchant = await newMerchant();
  const { merchantId, actor } = merchant;
  const upstreamIds = ["plink_one", "plink_two"];
  await add(merchant, ...upstreamIds.map((upstreamId) => ({ description: "Coffee", upstreamId })));
  await admin.query("UPDATE payment_links SET active = true WHERE merchant_id = $1", [merchantId]);
  const turn = (upstreamId: string, active: boolean) =>
    withMerchant(merchantId, (tx) => followActive(tx, "test", [{ upstreamId, url: null, active }]));
  await turn("plink_one", false);
  expect(await inboxCount(view(merchant))).toBe(1);
  await turn("plink_one", true);
  await chooseInactive({ merchantId, actor, asks: false });
  await chooseInactive({ merchantId, actor, asks: false });
  expect(await asksAboutInactive(merchantId)).toBe(false);
  expect(await turn("plink_one", false)).toHaveLength(1);
  expect(await inboxCount(view(merchant))).toBe(0);
  await chooseInactive({ merchantId, actor, asks: true });
  await turn("plink_two", false);
  expect(await inboxCount(view(merchant))).toBe(1);
  const { rows } = await admin.query(
    "SELECT details->>'inactiveLinks' AS chosen FROM audit_events WHERE merchant_id = $1 AND action = 'merchant.settings_changed' ORDER BY id",
    [merchantId],
  );
  expect(rows.map(({ chosen }) => chosen)).toEqual(["nothing", "ask"]);
});
