import { randomUUID } from "node:crypto";
import pg from "pg";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { everyLink } from "@/lib/core/link-view";
import { cancelLink, undoCancel } from "@/lib/domain/payment-links/cancel/cancel-link";
import { createPaymentLink } from "@/lib/domain/payment-links/create/create-payment-link";
import { readLinkPage } from "@/lib/domain/payment-links/history/read-link-page";
import { markPaid } from "@/lib/domain/payment-links/paid/mark-paid";
import { pointCode } from "@/lib/domain/payment-links/point/change-pointing";
import { toShownState } from "@/lib/domain/payment-links/schema";
import { recordShare } from "@/lib/domain/payment-links/share-link";
import { resolveCode } from "@/lib/domain/payment-links/short/resolve-code";
import { disconnect } from "@/lib/platform/db";
import { freshDatabase } from "@/tests/support/database";
import { startTestSandbox, type TestSandbox } from "@/tests/support/sandbox";
import { merchantWithLinks, type SyncedMerchant } from "@/tests/support/syncing";

const { adminUrl } = await freshDatabase();
const admin = new pg.Client({ connectionString: adminUrl });
type Wanted = { amountMinor: number; currency: "CRC"; description: string };
const wrong: Wanted = { amountMinor: 59_000_000, currency: "CRC", description: "Cena" };
const right: Wanted = { ...wrong, amountMinor: 5_900_000 };
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
  id = await create(wrong);
});

const view = () => everyLink(merchant.merchantId);
const post = (link: Wanted, corrects?: string) =>
  createPaymentLink({
    ...{ merchantId: merchant.merchantId, actor: merchant.actor, mode: "test", intentId: randomUUID(), link },
    ...(corrects && { corrects, duplicateOf: corrects }),
  });
async function create(link: Wanted, corrects?: string): Promise<string> {
  const created = await post(link, corrects);
  return created.ok ? created.value.linkId : "";
}
const cancel = (which = id) =>
  cancelLink({ view: view(), actor: merchant.actor, id: which, reason: "wrong_details" });
const undo = () => undoCancel({ view: view(), actor: merchant.actor, id });
const share = () =>
  recordShare({ view: view(), actor: merchant.actor, id, channel: "whatsapp", isShort: true });

async function read(which = id) {
  const page = await readLinkPage(view(), which);
  const { link } = page ?? {};
  if (!page || !link?.code) throw new Error("no such link");
  const log = page.timeline.map(({ what }) => what);
  return { ...page, log, code: link.code, url: link.url, shown: toShownState(link) };
}
const resolve = async (which = id) => resolveCode((await read(which)).code);

test("a cancelled link is told to its customers, and can be undone for a minute", async () => {
  expect(await cancel()).toMatchObject({ ok: true });
  expect(await cancel()).toMatchObject({ ok: true });
  const { code, url, ...page } = await read();
  expect(page).toMatchObject({
    shown: "cancelled",
    cancelled: { reason: "wrong_details", isUndoable: true },
  });
  expect(page.log.filter((what) => what === "link.cancelled")).toHaveLength(1);
  const told = { kind: "cancelled", leadsToCode: null };
  expect(await resolveCode(code)).toMatchObject(told);
  expect(await undo()).toMatchObject({ ok: true });
  expect(await undo()).toMatchObject({ ok: true });
  expect([await resolveCode(code), (await read()).shown]).toEqual([{ kind: "found", url, code }, "open"]);
  await cancel();
  await admin.query("UPDATE payment_links SET cancelled_at = now() - interval '61 seconds' WHERE id = $1", [
    id,
  ]);
  expect(await undo()).toEqual({ ok: false, code: "cancel_too_late" });
});

test("a link that replaces another cancels it and is led to, once it is ready and not before", async () => {
  await merchant.account.setFault({ fault: "refuse_400", endpoint: "create" });
  await post(right, id);
  expect(await resolve()).toMatchObject({ kind: "found" });
  const newId = await create(right, id);
  const { code, shown } = await read(newId);
  expect(shown).toBe("open");
  expect(await resolve()).toMatchObject({ kind: "cancelled", leadsToCode: code });
  expect((await read()).cancelled).toMatchObject({ reason: "replaced", leadsToId: newId });
});

test("a link that was cancelled before keeps its reason, and leads to the one that replaces it", async () => {
  await cancel();
  const newId = await create(right, id);
  expect((await read()).cancelled).toMatchObject({ reason: "wrong_details", leadsToId: newId });
});

test("a link whose replacement was undone can be replaced again, and leads to the newer one", async () => {
  await create(right, id);
  expect(await undo()).toMatchObject({ ok: true });
  expect(await resolve()).toMatchObject({ kind: "found" });
  const newer = await create({ ...right, amountMinor: 2 }, id);
  expect((await read()).cancelled).toMatchObject({ reason: "replaced", leadsToId: newer });
});

describe("at the same moment", () => {
  test("cancelling and opening: the customer gets the pay page or is told, and is told from then on", async () => {
    const { code, url } = await read();
    const answers = await Promise.all([
      ...Array.from({ length: 10 }, () => resolveCode(code)),
      cancel(),
      ...Array.from({ length: 10 }, () => resolveCode(code)),
    ]);
    for (const answer of answers) {
      if ("kind" in answer && answer.kind === "found") expect(answer.url).toBe(url);
      else if ("kind" in answer) expect(answer.kind).toBe("cancelled");
    }
    expect(await resolveCode(code)).toMatchObject({ kind: "cancelled" });
  });

  test("cancelling while upstream still answers: refused, and the link is made", async () => {
    await merchant.account.setFault({ fault: "slow", endpoint: "create", delayMs: 500 });
    const sending = post({ ...right, amountMinor: 100 });
    const find = () => admin.query("SELECT id FROM payment_links WHERE state = 'sending'");
    await expect.poll(async () => (await find()).rowCount).toBe(1);
    expect(await cancel((await find()).rows[0]?.id)).toEqual({ ok: false, code: "not_cancellable" });
    expect(await sending).toMatchObject({ ok: true });
  });

  test("cancelling and sharing: the share comes first, or is not one", async () => {
    const [isShared] = await Promise.all([share(), cancel()]);
    const order = (await read()).log.filter((what) => what === "link.shared" || what === "link.cancelled");
    expect(order).toEqual(isShared ? ["link.shared", "link.cancelled"] : ["link.cancelled"]);
    expect(await share()).toBe(false);
  });

  test("replacing twice: one link is made, and the second is refused before anything is sent", async () => {
    const both = await Promise.all([post(right, id), post({ ...right, amountMinor: 1 }, id)]);
    expect(both.map((one) => (one.ok ? "ok" : one.code)).sort()).toEqual(["already_replaced", "ok"]);
    expect(await merchant.account.links()).toHaveLength(2);
    expect(await post(right, id)).toMatchObject({ ok: false });
  });

  test("two people cancel: it is cancelled once, for the reason of the first", async () => {
    const reasons = ["other", "wrong_details"] as const;
    const both = reasons.map((reason) => cancelLink({ view: view(), actor: merchant.actor, id, reason }));
    for (const answer of await Promise.all(both)) expect(answer).toMatchObject({ ok: true });
    const { cancelled, log } = await read();
    expect(log.filter((what) => what === "link.cancelled")).toHaveLength(1);
    await cancelLink({ view: view(), actor: merchant.actor, id, reason: "not_needed" });
    expect((await read()).cancelled).toEqual(cancelled);
  });

  test("cancelling and marking as paid: both are kept, it is shown as marked, and customers are told", async () => {
    const mark = markPaid({ view: view(), actor: merchant.actor, ids: [id] });
    const [cancelled, marked] = await Promise.all([cancel(), mark]);
    expect([cancelled.ok, marked.count]).toEqual([true, 1]);
    expect((await read()).shown).toBe("marked_paid");
    expect(await resolve()).toMatchObject({ kind: "cancelled" });
    expect(await share()).toBe(false);
  });

  test("cancelling and pointing its code away: customers get to the other link", async () => {
    const other = await create({ ...right, description: "Otra" });
    const point = pointCode({ view: view(), actor: merchant.actor, id, targetId: other });
    const [cancelled, pointed] = await Promise.all([cancel(), point]);
    expect([cancelled.ok, pointed.ok]).toEqual([true, true]);
    expect([(await read()).shown, await resolve()]).toEqual([
      "cancelled",
      { kind: "found", url: (await read(other)).url, code: (await read(other)).code },
    ]);
  });

  test("replacing, and the answer is lost: it can be paid until the new one is known, and cannot be replaced again", async () => {
    await merchant.account.setFault({ fault: "reset_before", endpoint: "create" });
    await post(right, id);
    expect(await resolve()).toMatchObject({ kind: "found" });
    expect(await post({ ...right, amountMinor: 2 }, id)).toMatchObject({ code: "already_replaced" });
  });

  test("undoing and replacing: nobody is led in a circle", async () => {
    await cancel();
    await Promise.all([undo(), create(right, id)]);
    const answer = await resolve();
    expect(["found", "cancelled"]).toContain(answer.kind);
  });
});

test("another business's link can be neither cancelled nor replaced", async () => {
  const other = await merchantWithLinks(sandbox.url, 0);
  const foreign = { view: everyLink(other.merchantId), actor: other.actor, id };
  expect(await cancelLink({ ...foreign, reason: "other" })).toEqual({ ok: false, code: "not_cancellable" });
  const made = await createPaymentLink({
    ...{
      merchantId: other.merchantId,
      actor: other.actor,
      mode: "test",
      intentId: randomUUID(),
      link: right,
    },
    corrects: id,
  });
  expect(made).toMatchObject({ ok: false, code: "already_replaced" });
  expect(await resolve()).toMatchObject({ kind: "found" });
});
