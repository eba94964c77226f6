import { randomUUID } from "node:crypto";
import pg from "pg";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { everyLink } from "@/lib/core/link-view";
import { createPaymentLink } from "@/lib/domain/payment-links/create/create-payment-link";
import { findPaymentLink } from "@/lib/domain/payment-links/history/list-history";
import { readLinkPage } from "@/lib/domain/payment-links/history/read-link-page";
import { annotateLink } from "@/lib/domain/payment-links/inbox/annotate-link";
import { dismissLink } from "@/lib/domain/payment-links/inbox/dismiss-link";
import { findCandidate } from "@/lib/domain/payment-links/inbox/find-candidate";
import { getInbox } from "@/lib/domain/payment-links/inbox/get-inbox";
import { matchCandidate } from "@/lib/domain/payment-links/inbox/match-candidate";
import { openCandidate } from "@/lib/domain/payment-links/inbox/open-candidate";
import { undoMatch } from "@/lib/domain/payment-links/inbox/undo-match";
import { changeNotes } from "@/lib/domain/payment-links/notes/change-notes";
import { markPaid } from "@/lib/domain/payment-links/paid/mark-paid";
import { disconnect } from "@/lib/platform/db";
import { insertUser } from "@/tests/fixtures/user";
import { freshDatabase } from "@/tests/support/database";
import { startTestSandbox, type TestSandbox } from "@/tests/support/sandbox";
import { merchantWithLinks, type SyncedMerchant, syncWhole } from "@/tests/support/syncing";

// Only a person who opened a candidate can match it, and the match can be undone.

const { adminUrl } = await freshDatabase();
const admin = new pg.Client({ connectionString: adminUrl });
const asked = { amountMinor: 8900, currency: "USD", description: "Lunch" } as const;
let sandbox: TestSandbox;
let merchant: SyncedMerchant;
let linkId: string;
let candidateIds: string[];

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

/** A link whose answer was lost, and two that others made after it. */
beforeEach(async () => {
  merchant = await merchantWithLinks(sandbox.url, 0);
  const { merchantId, actor, account } = merchant;
  await syncWhole(merchant);
  await account.setFault({ fault: "reset_after", endpoint: "create" });
  const created = await createPaymentLink({
    ...{ merchantId, actor, mode: "test", intentId: randomUUID(), link: asked },
  });
  linkId = created.ok ? created.value.linkId : "";
  await account.seed(2);
  await syncWhole(merchant);
  candidateIds = await candidates();
});

const request = () => ({ view: everyLink(merchant.merchantId), actor: merchant.actor, linkId });
const open = (candidateId: string, actor = merchant.actor) =>
  openCandidate({ ...request(), actor, candidateId });
const match = (candidateId: string, shown = { amountMinor: "8900", currency: "USD" }) =>
  matchCandidate({ ...request(), candidateId, shown });
const undo = (upstreamId: string) => undoMatch({ ...request(), upstreamId });
const [first, second] = [() => candidateIds[0] ?? "", () => candidateIds[1] ?? ""];

describe("a match", () => {
  test("is refused of a link that this person has not opened for this very link", async () => {
    const notOpened = { ok: false, code: "candidate_not_opened" };
    expect(await match(first())).toEqual(notOpened);
    await open(second());
    const colleague = await insertUser(admin, { name: "Eva" });
    await open(first(), { userId: colleague, ip: null });
    expect(await match(first())).toEqual(notOpened);
    expect(await getState()).toBe("unknown");
    expect(await open(first())).toMatchObject({ ok: true });
    expect(await match(first())).toMatchObject({ ok: true });
    expect(await getState()).toBe("ready");
  });

  test("is refused of another amount or currency than the form showed", async () => {
    await open(first());
    for (const shown of [
      { amountMinor: "7250", currency: "USD" },
      { amountMinor: "8900", currency: "CRC" },
      { amountMinor: "", currency: "" },
    ]) {
      expect(await match(first(), shown)).toEqual({ ok: false, code: "match_outdated" });
    }
    expect(await getState()).toBe("unknown");
  });

  test("is refused of a link that somebody said is of another amount or currency, or dismissed", async () => {
    for (const candidateId of candidateIds) await open(candidateId);
    const [amount, currency, gone] = candidateIds;
    const { view, actor } = request();
    const write = (id = "", change: object) =>
      annotateLink({ view, actor, id, content: { ...asked, ...change } });
    await write(amount, { amountMinor: 7250 });
    await write(currency, { currency: "CRC" });
    await dismissLink({ view, actor, id: gone ?? "" });
    expect(await match(amount ?? "")).toEqual({ ok: false, code: "candidate_differs" });
    expect(await match(currency ?? "")).toEqual({ ok: false, code: "candidate_differs" });
    expect(await match(gone ?? "")).toEqual({ ok: false, code: "candidate_gone" });
    expect(await findCandidate(request(), amount ?? "")).toMatchObject({ differs: ["amount"] });
    expect(await findCandidate(request(), currency ?? "")).toMatchObject({ differs: ["amount"] });
  });

  test("takes over what the team wrote about the external link, where the own link has nothing", async () => {
    const { view, actor } = request();
    const none = { note: "", tags: [], customerName: "", customerPhone: "", customerReference: "" };
    const external = { ...none, note: "Theirs", tags: ["vip"], customerName: "Ana" };
    await changeNotes({ view, actor, id: linkId, notes: { ...none, note: "Ours", tags: ["new"] } });
    await changeNotes({ view, actor, id: first(), notes: external });
    await open(first());
    expect(await match(first())).toMatchObject({ ok: true });
    expect((await readLinkPage(view, linkId))?.notes).toEqual({
      ...none,
      note: "Ours",
      tags: ["new", "vip"],
      customerName: "Ana",
    });
  });

  test("a mark that it was paid is about the address: the match takes it over, and gives it back", async () => {
    const { view, actor } = request();
    const isMarked = async (id: string) => (await findPaymentLink(view, id))?.markedPaidAt instanceof Date;
    await markPaid({ view, actor, ids: [first()] });
    await open(first());
    await match(first());
    expect(await isMarked(linkId)).toBe(true);
    const { upstreamId } = (await findPaymentLink(view, linkId)) ?? {};
    expect(await undo(upstreamId ?? "")).toMatchObject({ ok: true });
    expect([await isMarked(linkId), await isMarked(first())]).toEqual([false, true]);
  });

  test("pressed five times at once is one match, and the same again is the same", async () => {
    await open(first());
    const answers = await Promise.all(Array.from({ length: 5 }, () => match(first())));
    expect(answers.map(({ ok }) => ok)).toEqual([true, true, true, true, true]);
    expect(await match(first())).toMatchObject({ ok: true });
    await open(second());
    expect(await match(second())).toEqual({ ok: false, code: "not_unknown" });
    expect(await actions()).toEqual(["link.unknown", "link.candidate_opened", "link.adopted"]);
  });
});

describe("taking it back", () => {
  test("puts all back as it was, however often it is pressed, and says so in the log", async () => {
    const before = await rows();
    await open(first());
    await match(first());
    const upstreamId = await getUpstreamId();
    const answers = await Promise.all(Array.from({ length: 5 }, () => undo(upstreamId)));
    expect(answers.map(({ ok }) => ok)).toEqual([true, true, true, true, true]);
    expect(await rows()).toEqual(before);
    expect(await candidates()).toEqual(candidateIds);
    expect(await actions()).toEqual([
      ...["link.unknown", "link.candidate_opened", "link.adopted", "link.match_undone"],
    ]);
    // It has to be opened again before it can be matched again.
    expect(await match(first())).toEqual({ ok: false, code: "candidate_not_opened" });
    await open(first());
    expect(await match(first())).toMatchObject({ ok: true });
  });

  test("from a page that is older than another match is refused", async () => {
    await open(first());
    await match(first());
    const upstreamId = await getUpstreamId();
    await undo(upstreamId);
    await open(second());
    await match(second());
    expect(await undo(upstreamId)).toEqual({ ok: false, code: "changed_since" });
    expect(await getState()).toBe("ready");
    expect(await undo(await getUpstreamId())).toMatchObject({ ok: true });
  });

  test("brings back what somebody wrote down of the link, and what upstream said of it since", async () => {
    const { view, actor } = request();
    await annotateLink({ view, actor, id: first(), content: { ...asked, description: "Read on its page" } });
    await open(first());
    expect(await match(first())).toMatchObject({ ok: true });
    await admin.query("UPDATE payment_links SET active = false, inactive_at = now() WHERE id = $1", [linkId]);
    await undo(await getUpstreamId());
    const found = (await rows()).find(({ id }) => id === first());
    expect(found).toMatchObject({ amount_minor: "8900", description: "Read on its page", active: false });
    expect(found?.inactive_at).not.toBeNull();
    const link = (await rows()).find(({ id }) => id === linkId);
    expect(link).toMatchObject({ state: "unknown", active: null, inactive_at: null });
  });

  test("is not for a link that upstream itself answered for", async () => {
    const { merchantId, actor } = merchant;
    const made = await createPaymentLink({
      ...{ merchantId, actor, mode: "test", intentId: randomUUID(), link: { ...asked, amountMinor: 100 } },
    });
    linkId = made.ok ? made.value.linkId : "";
    expect(await undo(await getUpstreamId())).toEqual({ ok: false, code: "changed_since" });
    expect(await getState()).toBe("ready");
  });
});

async function candidates(): Promise<string[]> {
  const { unconfirmedLinks } = await getInbox(everyLink(merchant.merchantId));
  return unconfirmedLinks.flatMap((one) => one.candidates.map(({ id }) => id));
}

/** All rows of the merchant's links, without the time of the outcome. */
async function rows(): Promise<Record<string, unknown>[]> {
  const found = await admin.query("SELECT * FROM payment_links WHERE merchant_id = $1 ORDER BY id", [
    merchant.merchantId,
  ]);
  return found.rows.map(({ settled_at: _at, ...row }) => row);
}

async function getState(): Promise<unknown> {
  return (await rows()).find(({ id }) => id === linkId)?.state;
}

async function getUpstreamId(): Promise<string> {
  return String((await rows()).find(({ id }) => id === linkId)?.upstream_id);
}

async function actions(): Promise<string[]> {
  const found = await admin.query("SELECT action FROM audit_events WHERE target_id = $1 ORDER BY id", [
    linkId,
  ]);
  // Opening the other candidates is recorded once each; only the order of the first events matters here.
  return found.rows.map(({ action }) => action).filter((action, index, all) => all.indexOf(action) === index);
}
