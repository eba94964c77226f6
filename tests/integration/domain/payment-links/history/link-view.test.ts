import { randomUUID } from "node:crypto";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { LinkView } from "@/lib/core/link-view";
import { exportLinks } from "@/lib/domain/payment-links/history/export-links";
import { findPaymentLink, historyPage } from "@/lib/domain/payment-links/history/list-history";
import { annotateLink } from "@/lib/domain/payment-links/inbox/annotate-link";
import { dismissLink } from "@/lib/domain/payment-links/inbox/dismiss-link";
import { getInbox, inboxCount } from "@/lib/domain/payment-links/inbox/get-inbox";
import { matchCandidate } from "@/lib/domain/payment-links/inbox/match-candidate";
import { openCandidate } from "@/lib/domain/payment-links/inbox/open-candidate";
import { undoMatch } from "@/lib/domain/payment-links/inbox/undo-match";
import { newMerchantId } from "@/lib/web/require-member";
import { insertMember } from "@/tests/fixtures/membership";
import { insertPaymentLink } from "@/tests/fixtures/payment-link";
import { insertTenant } from "@/tests/fixtures/tenant";
import { freshDatabase } from "@/tests/support/database";
import { exportedText } from "@/tests/support/exported-text";
import { readableHistory } from "@/tests/support/filters";

const { adminUrl } = await freshDatabase();
const admin = new pg.Client({ connectionString: adminUrl });
await admin.connect();
afterAll(() => admin.end());

const merchantId = newMerchantId();
const cashier = randomUUID();
let owner: string;
let mine: Record<"ready" | "unknown" | "inactive", string>;
let theirs: Record<"ready" | "unknown" | "inactive", string>;
let external: string;

/** The view that `requireMember` gives a cashier when the setting is on. */
const own: LinkView = { merchantId, onlyBy: cashier };
const all: LinkView = { merchantId, onlyBy: null };

beforeAll(async () => {
  ({ userId: owner } = await insertTenant(admin, merchantId));
  await insertMember(admin, { id: cashier, name: "Eva", merchant_id: merchantId, role: "cashier" });
  mine = await countLinks(cashier);
  theirs = await countLinks(owner);
  external = await insertLink({
    origin: "external",
    state: "ready",
    created_by_id: null,
    intent_id: null,
    request_hash: null,
    amount_minor: null,
    currency: null,
    description: null,
  });
});

describe("a cashier who sees only their own links", () => {
  it("has only those in the history, whatever the filters say", async () => {
    for (const query of [{}, { creator: owner }, { creator: cashier }, { q: "coffee" }, { state: "ready" }]) {
      const { links } = await historyPage(own, readableHistory(query), "UTC");
      expect(links.filter(({ createdBy }) => createdBy?.id !== cashier)).toEqual([]);
    }
    expect((await historyPage(own, readableHistory({}), "UTC")).links).toHaveLength(3);
    expect((await historyPage(own, readableHistory({ creator: owner }), "UTC")).links).toEqual([]);
  });

  it("opens only those", async () => {
    expect((await findPaymentLink(own, mine.ready))?.id).toBe(mine.ready);
    for (const id of [theirs.ready, theirs.unknown, external]) {
      expect(await findPaymentLink(own, id)).toBeNull();
      expect((await findPaymentLink(all, id))?.id).toBe(id);
    }
  });

  it("exports only those", async () => {
    const csv = await exported(own);
    expect(csv).toContain(mine.ready);
    for (const id of [...Object.values(theirs), external]) expect(csv).not.toContain(id);
    expect(await exported(all)).toContain(theirs.ready);
  });

  it("has only those in the inbox, with what they may be", async () => {
    const { unconfirmedLinks, unannotated, turnedInactive } = await getInbox(own);
    expect(unconfirmedLinks.map(({ link }) => link.id)).toEqual([mine.unknown]);
    expect(unconfirmedLinks[0]?.candidates.map(({ id }) => id)).toEqual([external]);
    expect(unannotated).toEqual([]);
    expect(turnedInactive.map(({ id }) => id)).toEqual([mine.inactive]);
    expect(await inboxCount(own)).toBe(2);
    expect(await inboxCount(all)).toBe(5);
  });

  it("decides nothing of others", async () => {
    const actor = { userId: cashier, ip: null };
    const match = { view: own, actor, linkId: theirs.unknown, candidateId: external };
    const shown = { amountMinor: "1250", currency: "USD" };
    expect(await openCandidate(match)).toEqual({ ok: false, code: "candidate_gone" });
    expect(await matchCandidate({ ...match, shown })).toEqual({ ok: false, code: "candidate_gone" });
    expect(await undoMatch({ ...match, upstreamId: "plink_1" })).toEqual({
      ok: false,
      code: "changed_since",
    });
    await dismissLink({ view: own, actor, id: theirs.inactive });
    const content = { amountMinor: 100, currency: "USD", description: "Mine now" } as const;
    await annotateLink({ view: own, actor, id: external, content });
    const { rows } = await admin.query(
      `SELECT id FROM payment_links
       WHERE merchant_id = $1 AND (dismissed_at IS NOT NULL OR description = 'Mine now')`,
      [merchantId],
    );
    expect(rows).toEqual([]);
    // The same by a person who may see them has an effect.
    await dismissLink({ view: all, actor, id: theirs.inactive });
    expect(await inboxCount(all)).toBe(4);
  });
});

async function countLinks(creator: string) {
  const of = (state: string, more: object = {}) => insertLink({ state, created_by_id: creator, ...more });
  return {
    ready: await of("ready"),
    unknown: await of("unknown", { failure_code: "timeout" }),
    inactive: await of("ready", { active: false, inactive_at: new Date() }),
  };
}

async function insertLink(columns: Record<string, unknown>): Promise<string> {
  return insertPaymentLink(admin, { merchant_id: merchantId, description: "coffee", ...columns });
}

async function exported(view: LinkView): Promise<string> {
  const [actor, timeZone] = [{ userId: owner, ip: null }, "UTC"];
  return exportedText(await exportLinks({ view, actor, filters: readableHistory({}), timeZone }), {
    timeZone,
  });
}
