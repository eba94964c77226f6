import { randomUUID } from "node:crypto";
import pg from "pg";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { LinkExpiry } from "@/lib/core/link-expiry";
import { everyLink } from "@/lib/core/link-view";
import { cancelLink } from "@/lib/domain/payment-links/cancel/cancel-link";
import { createPaymentLink } from "@/lib/domain/payment-links/create/create-payment-link";
import { changeExpiry } from "@/lib/domain/payment-links/expiry/change-expiry";
import { exportLinks } from "@/lib/domain/payment-links/history/export-links";
import { historyPage } from "@/lib/domain/payment-links/history/list-history";
import { printableLinks } from "@/lib/domain/payment-links/history/list-printable";
import { readLinkPage } from "@/lib/domain/payment-links/history/read-link-page";
import { markPaid } from "@/lib/domain/payment-links/paid/mark-paid";
import { isShareable, type ShownState, toShownState } from "@/lib/domain/payment-links/schema";
import { recordShare } from "@/lib/domain/payment-links/share-link";
import { resolveCode } from "@/lib/domain/payment-links/short/resolve-code";
import { disconnect } from "@/lib/platform/db";
import { freshDatabase } from "@/tests/support/database";
import { exportedText } from "@/tests/support/exported-text";
import { startTestSandbox, type TestSandbox } from "@/tests/support/sandbox";
import { merchantWithLinks, type SyncedMerchant } from "@/tests/support/syncing";

const { adminUrl } = await freshDatabase();
const admin = new pg.Client({ connectionString: adminUrl });
const timeZone = "America/Costa_Rica";
let sandbox: TestSandbox;
let merchant: SyncedMerchant;
let id: string;

beforeAll(async () => {
  await admin.connect();
  sandbox = await startTestSandbox();
  process.env.PAYMENT_LINKS_API_URL = sandbox.url;
});
afterAll(async () => {
  await admin.end();
  await disconnect();
  await sandbox.close();
});
beforeEach(async () => {
  merchant = await merchantWithLinks(sandbox.url, 0);
  id = await create("none");
});

const view = () => everyLink(merchant.merchantId);
async function create(expiry?: LinkExpiry, amountMinor = 5_900_000): Promise<string> {
  const { merchantId, actor } = merchant;
  const link = { amountMinor, currency: "CRC", description: "Cena" } as const;
  const request = { merchantId, actor, mode: "test", intentId: randomUUID(), link, expiry } as const;
  const made = await createPaymentLink({ ...request, isRepeatable: true });
  return made.ok ? made.value.linkId : "";
}
const change = (expiry: LinkExpiry, which = id) =>
  changeExpiry({ view: view(), actor: merchant.actor, id: which, expiry, timeZone });
const share = () =>
  recordShare({ view: view(), actor: merchant.actor, id, channel: "whatsapp", isShort: true });
const cancel = () => cancelLink({ view: view(), actor: merchant.actor, id, reason: "other" });
const expire = () =>
  admin.query("UPDATE payment_links SET expires_at = now() - interval '1 second' WHERE id = $1", [id]);
const listed = async (state: ShownState) =>
  (await historyPage(view(), { state }, timeZone)).links.map((link) => link.id);

async function read(which = id) {
  const { link, timeline = [] } = (await readLinkPage(view(), which)) ?? {};
  if (!link?.code) throw new Error("no such link");
  const seen = await resolveCode(link.code);
  return { link, shown: toShownState(link), leads: seen.kind, log: timeline.map(({ what }) => what) };
}

test("a link expires as its form says, and otherwise as its business does", async () => {
  await admin.query("UPDATE merchants SET link_expiry = '24h' WHERE merchant_id = $1", [merchant.merchantId]);
  const [usual, own, never] = [await create(), await create({ lastDay: "2999-12-31" }), await create("none")];
  const { createdAt, expiresAt } = (await read(usual)).link;
  expect(Math.abs((expiresAt?.getTime() ?? 0) - createdAt.getTime() - 86_400_000)).toBeLessThan(5_000);
  expect((await read(own)).link.expiresAt).toEqual(new Date("3000-01-01T06:00:00.000Z"));
  expect((await read(never)).link.expiresAt).toBeNull();
});

test("an expired link leads nowhere, and is neither shared nor printed, until somebody reopens it", async () => {
  await change("7d");
  expect(await read()).toMatchObject({ shown: "open", leads: "found" });
  await expire();
  const { link, ...expired } = await read();
  expect(expired).toMatchObject({ shown: "expired", leads: "expired" });
  expect(expired.log).toContain("expired");
  expect([isShareable({ ...link, address: link.url }), await share()]).toEqual([false, false]);
  expect((await printableLinks(view(), {}, timeZone)).links).toEqual([]);
  expect([await listed("expired"), await listed("open")]).toEqual([[id], []]);
  const query = { view: view(), actor: merchant.actor, filters: { state: "expired" }, timeZone } as const;
  expect(await exportedText(await exportLinks(query), { timeZone })).toContain(",expired,");

  expect(await change("day")).toMatchObject({ ok: true });
  expect(await read()).toMatchObject({ shown: "open", leads: "found" });
  expect((await read()).log.slice(-2)).toEqual(["link.expiry_changed", "link.reopened"]);
  expect([await listed("expired"), await listed("open"), await share()]).toEqual([[], [id], true]);
});

test("a mark and a cancellation come before it, and a cancelled link's expiry is not changed", async () => {
  await expire();
  await markPaid({ view: view(), actor: merchant.actor, ids: [id] });
  expect([(await read()).shown, await listed("expired")]).toEqual(["marked_paid", []]);
  await cancel();
  expect((await read()).leads).toBe("cancelled");
  expect(await change("none")).toEqual({ ok: false, code: "not_expirable" });
});

describe("at the same moment", () => {
  test("expiring and sharing: the share is recorded before, or not at all", async () => {
    const [isShared] = await Promise.all([share(), expire()]);
    expect((await read()).log.includes("link.shared")).toBe(isShared);
    expect(await share()).toBe(false);
  });

  test("reopening and cancelling: whatever comes first, the link is cancelled in the end", async () => {
    await expire();
    const [reopened] = await Promise.all([change("none"), cancel()]);
    const { leads, log } = await read();
    expect([leads, log.includes("link.reopened")]).toEqual(["cancelled", reopened.ok]);
  });

  test("two people reopen it: it is open, and the second one's word counts", async () => {
    await expire();
    await Promise.all([change("24h"), change("7d")]);
    const { shown, log } = await read();
    expect([shown, log.filter((what) => what === "link.reopened")]).toEqual(["open", ["link.reopened"]]);
  });
});

test("another business's link can be neither reopened nor changed", async () => {
  const other = await merchantWithLinks(sandbox.url, 0);
  await expire();
  const foreign = { view: everyLink(other.merchantId), actor: other.actor, id, timeZone };
  expect(await changeExpiry({ ...foreign, expiry: "none" })).toEqual({ ok: false, code: "not_expirable" });
  expect((await read()).leads).toBe("expired");
});
