import pg from "pg";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { everyLink } from "@/lib/core/link-view";
import { cancelLink } from "@/lib/domain/payment-links/cancel/cancel-link";
import { listTargets } from "@/lib/domain/payment-links/history/list-targets";
import { readLinkPage } from "@/lib/domain/payment-links/history/read-link-page";
import { markPaid } from "@/lib/domain/payment-links/paid/mark-paid";
import { pointCode, restoreCode } from "@/lib/domain/payment-links/point/change-pointing";
import { isShareable } from "@/lib/domain/payment-links/schema";
import { recordShare } from "@/lib/domain/payment-links/share-link";
import { resolveCode } from "@/lib/domain/payment-links/short/resolve-code";
import { disconnect } from "@/lib/platform/db";
import { freshDatabase } from "@/tests/support/database";
import { linkRows } from "@/tests/support/link-rows";
import { newMerchant, type TestMerchant } from "@/tests/support/merchants";

const { adminUrl } = await freshDatabase();
const admin = new pg.Client({ connectionString: adminUrl });
const addLinks = linkRows(admin);
let merchant: TestMerchant;
let old: string;
let current: string;

beforeAll(() => admin.connect());
afterAll(async () => {
  await admin.end();
  await disconnect();
});
beforeEach(async () => {
  merchant = await newMerchant();
  [old = "", current = ""] = await addLinks(
    merchant,
    { description: "Menú 2026", upstreamId: `plink_a${merchant.slug}` },
    { description: "Menú 2027", upstreamId: `plink_b${merchant.slug}` },
  );
});

const view = () => everyLink(merchant.merchantId);
const point = (id: string, targetId: string) =>
  pointCode({ view: view(), actor: merchant.actor, id, targetId });
const restore = (id: string) => restoreCode({ view: view(), actor: merchant.actor, id });
const cancel = (id: string) => cancelLink({ view: view(), actor: merchant.actor, id, reason: "other" });

async function read(id: string) {
  const { link, timeline = [], pointedId } = (await readLinkPage(view(), id)) ?? {};
  if (!link?.code) throw new Error("no such link");
  const resolved = await resolveCode(link.code);
  const leadsTo = resolved.kind === "found" ? resolved.url : resolved.kind;
  return { link, code: link.code, leadsTo, pointedId, log: timeline.map(({ what }) => what) };
}

test("a code leads to another link's pay page until it leads to its own again, and both are written down", async () => {
  const [own, other] = [await read(old), await read(current)];
  expect(await point(old, current)).toMatchObject({ ok: true });
  expect(await point(old, current)).toMatchObject({ ok: true });
  const pointed = await read(old);
  expect(pointed).toMatchObject({ leadsTo: other.leadsTo, pointedId: current, log: expect.any(Array) });
  // It is not shown as a link of its own meanwhile.
  expect(isShareable({ ...pointed.link, address: pointed.link.url })).toBe(false);
  const share = { view: view(), actor: merchant.actor, id: old, channel: "whatsapp", isShort: true } as const;
  expect(await recordShare(share)).toBe(false);
  expect(await restore(old)).toMatchObject({ ok: true });
  expect(await restore(old)).toMatchObject({ ok: true });
  const restored = await read(old);
  expect([restored.leadsTo, restored.pointedId]).toEqual([own.leadsTo, null]);
  expect(restored.log.slice(-2)).toEqual(["link.code_pointed", "link.code_restored"]);
});

test("what it leads to is told as it is, and a link that was cancelled can lead elsewhere", async () => {
  await cancel(old);
  await point(old, current);
  expect((await read(old)).leadsTo).toBe((await read(current)).leadsTo);
  await cancel(current);
  expect((await read(old)).leadsTo).toBe("cancelled");
});

test("nobody is led in a circle: two codes may be swapped, and none is pointed at itself", async () => {
  const [own, other] = [(await read(old)).leadsTo, (await read(current)).leadsTo];
  expect(await point(old, old)).toEqual({ ok: false, code: "target_not_open" });
  await point(old, current);
  await point(current, old);
  expect([(await read(old)).leadsTo, (await read(current)).leadsTo]).toEqual([other, own]);
  const { code } = await read(old);
  await expect(
    admin.query("UPDATE payment_links SET points_to_code = $2 WHERE id = $1", [old, code]),
  ).rejects.toThrow("payment_links_points_to");
});

test("only at an open link of the same business and mode, which is what is listed", async () => {
  const other = await newMerchant();
  const [foreign = ""] = await addLinks(other, { description: "Ajeno" });
  const [refused = "", sandbox = ""] = await addLinks(
    merchant,
    { description: "No", state: "rejected" },
    { description: "Práctica" },
  );
  await admin.query("SET session_replication_role = replica");
  await admin.query("UPDATE payment_links SET mode = 'sandbox' WHERE id = $1", [sandbox]);
  await admin.query("SET session_replication_role = DEFAULT");
  for (const targetId of [foreign, refused, sandbox, crypto.randomUUID()])
    expect(await point(old, targetId), targetId).toEqual({ ok: false, code: "target_not_open" });
  expect(await point(foreign, current)).toEqual({ ok: false, code: "not_pointable" });
  const { link } = await read(old);
  const list = async (q: string) => {
    const { targets } = await listTargets(view(), link, { q, timeZone: "UTC" });
    return targets.map(({ id }) => id);
  };
  expect([await list(""), await list("2027"), await list("nada")]).toEqual([[current], [current], []]);
  // Written past every check, a code of another business leads nowhere.
  const { rows } = await admin.query("SELECT code FROM payment_links WHERE id = $1", [foreign]);
  await admin.query("UPDATE payment_links SET points_to_code = $2 WHERE id = $1", [old, rows[0].code]);
  expect((await read(old)).leadsTo).toBe("none");
});

describe("at the same moment", () => {
  test("pointing and opening: the customer gets to one of the two, and from then on to the other", async () => {
    const [own, other] = [await read(old), await read(current)];
    const answers = await Promise.all([
      ...Array.from({ length: 10 }, () => resolveCode(own.code)),
      point(old, current),
      ...Array.from({ length: 10 }, () => resolveCode(own.code)),
    ]);
    const urls = answers.flatMap((answer) => ("url" in answer ? [answer.url] : []));
    expect(urls.every((url) => url === own.leadsTo || url === other.leadsTo)).toBe(true);
    expect((await read(old)).leadsTo).toBe(other.leadsTo);
  });

  test("pointing and cancelling what is pointed at: refused, or the customer is told", async () => {
    const own = (await read(old)).leadsTo;
    const [pointed] = await Promise.all([point(old, current), cancel(current)]);
    expect((await read(old)).leadsTo).toBe(pointed.ok ? "cancelled" : own);
  });

  test("two people swap the codes: neither waits for the other for ever", async () => {
    const [own, other] = [(await read(old)).leadsTo, (await read(current)).leadsTo];
    // Somebody else has each of the two, and lets go of one after the other.
    const second = new pg.Client({ connectionString: adminUrl });
    await second.connect();
    await lock(admin, old);
    await lock(second, current);
    const swapping = Promise.all([point(old, current), point(current, old)]);
    await expect.poll(countWaiting).toBe(2);
    await admin.query("COMMIT");
    await expect.poll(countWaiting).toBe(2);
    await second.query("COMMIT");
    await second.end();
    expect(await swapping).toMatchObject([{ ok: true }, { ok: true }]);
    const deadlocks = "SELECT deadlocks::int FROM pg_stat_database WHERE datname = current_database()";
    expect((await admin.query(deadlocks)).rows).toEqual([{ deadlocks: 0 }]);
    expect([(await read(old)).leadsTo, (await read(current)).leadsTo]).toEqual([other, own]);
  });
});

async function lock(by: pg.Client, id: string): Promise<void> {
  await by.query("BEGIN");
  await by.query("SELECT FROM payment_links WHERE id = $1 FOR UPDATE", [id]);
}

/** How many connections to this database wait for a row. A transaction would see the first answer again. */
async function countWaiting(): Promise<number | null> {
  await admin.query("SELECT pg_stat_clear_snapshot()");
  const waiting = "wait_event_type = 'Lock' AND datname = current_database()";
  return (await admin.query(`SELECT FROM pg_stat_activity WHERE ${waiting}`)).rowCount;
}

test("where a business wants it, customers are told that a link is marked as paid, and can go on", async () => {
  const { code, leadsTo } = await read(old);
  await markPaid({ view: view(), actor: merchant.actor, ids: [old] });
  expect((await read(old)).leadsTo).toBe(leadsTo);
  await admin.query("UPDATE merchants SET tells_marked = true WHERE merchant_id = $1", [merchant.merchantId]);
  expect(await resolveCode(code)).toMatchObject({ kind: "marked", url: leadsTo, code });
  await cancel(old);
  expect(await resolveCode(code)).toMatchObject({ kind: "cancelled" });
});
