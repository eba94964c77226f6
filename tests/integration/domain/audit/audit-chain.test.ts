import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import type { MerchantId } from "@/lib/core/merchant-id";
import { recordEvent } from "@/lib/domain/audit/record-event";
import type { AuditEntry } from "@/lib/domain/audit/schema";
import { beginChainAsFound, merchantsToSeal, sealEvents } from "@/lib/domain/audit/seal-events";
import { verifyChain } from "@/lib/domain/audit/verify-chain";
import { createMerchant } from "@/lib/domain/merchants/create-merchant";
import { withMerchant } from "@/lib/platform/db";
import { withRequestId } from "@/lib/platform/request-id";
import { newMerchantId } from "@/lib/web/require-member";
import { insertAuditEvent } from "@/tests/fixtures/audit-event";
import { insertUser } from "@/tests/fixtures/user";
import { freshDatabase } from "@/tests/support/database";
import { anyPlace } from "@/tests/support/merchants";

const { adminUrl } = await freshDatabase();
const admin = new pg.Client({ connectionString: adminUrl });
await admin.connect();
afterAll(() => admin.end());

let merchantId: MerchantId;
let userId: string;

beforeEach(async () => {
  ({ merchantId, userId } = await someMerchant());
});

describe("a chain that nobody touched", () => {
  it("holds every event, whatever its words are", async () => {
    const details = { b: 1.5, a: 'ñ \\ " \u2028 🙂', z: null, large: 1e21, "": -1, __proto__x: "y" };
    await record({ action: "api_key.connected", targetId: "k\u00e9y", details });
    await record({ action: "link.found", actor: null });
    await expectSound(3);
  });

  it("holds them once they were committed, those of a transaction that took longest last", async () => {
    const [isRecorded, mayEnd] = [gate(), gate()];
    const slow = withMerchant(merchantId, async (tx) => {
      await recordEvent(tx, entry({ targetId: "slow" }));
      isRecorded.open();
      await mayEnd.opened;
    });
    await isRecorded.opened;
    await record({ targetId: "quick" });
    await sealEvents(merchantId);
    mayEnd.open();
    await slow;
    await record({ targetId: "last" });
    await expectSound(4);
    const { rows } = await admin.query(
      `SELECT target_id FROM audit_seals JOIN audit_events e ON e.id = event_id
       WHERE e.merchant_id = $1 AND target_id IS NOT NULL ORDER BY seq`,
      [merchantId],
    );
    expect(rows.map((row) => row.target_id)).toEqual(["quick", "slow", "last"]);
  });

  it("holds nothing of a transaction that failed", async () => {
    const failed = withMerchant(merchantId, async (tx) => {
      await recordEvent(tx, entry());
      throw new Error("in the middle");
    });
    await expect(failed).rejects.toThrow("in the middle");
    await expectSound(1);
  });

  it("takes 50 writers and 5 sealers at once, and none waits for another", async () => {
    // A transaction that stays open with an event in it does not block others.
    const open = withMerchant(merchantId, async (tx) => {
      await recordEvent(tx, entry());
      await sleep(3_000);
    });
    const startedAt = performance.now();
    await Promise.all([
      ...Array.from({ length: 50 }, (_, n) => record({ targetId: `writer ${n}` })),
      ...Array.from({ length: 5 }, () => sealEvents(merchantId)),
    ]);
    expect(performance.now() - startedAt).toBeLessThan(2_500);
    await open;
    await expectSound(52);
  });

  it("holds the id of the request, in events that have one", async () => {
    await withRequestId("request-of-the-page", () => record({ targetId: "asked" }));
    await record({ targetId: "by itself" });
    await expectSound(3);
    const { rows } = await admin.query(
      "SELECT request_id, details FROM audit_events WHERE merchant_id = $1 AND target_id IS NOT NULL ORDER BY id",
      [merchantId],
    );
    expect(rows).toEqual([
      { request_id: "request-of-the-page", details: { requestId: "request-of-the-page" } },
      { request_id: null, details: {} },
    ]);
    // One without the other is refused, also to an administrator.
    const alone = "UPDATE audit_events SET request_id = 'another' WHERE merchant_id = $1";
    await expect(admin.query(alone, [merchantId])).rejects.toThrow("audit_events_request_id");
  });

  it("is found by the worker while events wait", async () => {
    expect(await merchantsToSeal()).toContain(merchantId);
    await sealEvents(merchantId);
    expect(await merchantsToSeal()).not.toContain(merchantId);
  });
});

describe("found out", () => {
  let ids: string[];

  beforeEach(async () => {
    for (let n = 0; n < 9; n++) await record({ targetId: String(n), details: { n } });
    await expectSound(10);
    const { rows } = await admin.query(
      "SELECT event_id FROM audit_seals WHERE merchant_id = $1 ORDER BY seq",
      [merchantId],
    );
    ids = ["", ...rows.map((row) => row.event_id)];
  });

  it.each([
    "action = 'link.adopted'",
    "at = at + interval '1 ms'",
    "actor_id = NULL",
    "target_id = 'other'",
    "details = '{\"n\": 7}'",
    "ip = '10.0.0.9'",
    "mac = NULL",
    "mac = sha256('')",
    `request_id = 'another', details = details || '{"requestId": "another"}'`,
  ])("one altered: %s", async (change) => {
    await tamper(`UPDATE audit_events SET ${change} WHERE id = '${ids[5]}'`);
    await expectFound([{ kind: expect.stringMatching(/altered/), seq: 5, eventId: ids[5] }]);
  });

  it("one whose request is told otherwise than under its hash", async () => {
    const rule = "audit_events_request_id";
    const { rows } = await admin.query(
      `SELECT pg_get_constraintdef(oid) AS rule FROM pg_constraint WHERE conname = '${rule}'`,
    );
    await admin.query(`ALTER TABLE audit_events DROP CONSTRAINT ${rule}`);
    await tamper(`UPDATE audit_events SET request_id = 'another' WHERE id = '${ids[5]}'`);
    await expectFound([{ kind: "altered", seq: 5, eventId: ids[5] }]);
    await tamper(`UPDATE audit_events SET request_id = NULL WHERE id = '${ids[5]}'`);
    await admin.query(`ALTER TABLE audit_events ADD CONSTRAINT ${rule} ${rows[0].rule}`);
  });

  it("one removed", async () => {
    await tamper(`DELETE FROM audit_events WHERE id = '${ids[5]}'`);
    await expectFound([{ kind: "removed", seq: 5, eventId: ids[5] }]);
  });

  it("one removed with its link", async () => {
    await tamper(
      `DELETE FROM audit_events WHERE id = '${ids[5]}'`,
      `DELETE FROM audit_seals WHERE event_id = '${ids[5]}'`,
    );
    await expectFound([{ kind: "links_removed", seq: 5, upTo: 5 }]);
  });

  it("one removed, and the links after it moved up", async () => {
    await tamper(
      `DELETE FROM audit_events WHERE id = '${ids[5]}'`,
      `DELETE FROM audit_seals WHERE event_id = '${ids[5]}'`,
      ...[6, 7, 8, 9, 10].map((n) => `UPDATE audit_seals SET seq = ${n - 1} WHERE event_id = '${ids[n]}'`),
      `UPDATE audit_heads SET count = 9 WHERE merchant_id = '${merchantId}'`,
    );
    const { findings } = await verifyChain(merchantId);
    expect(findings[0]).toEqual({ kind: "end_altered" });
    expect(findings[1]).toEqual({ kind: "link_altered", seq: 5, eventId: ids[6] });
  });

  it("the last one removed", async () => {
    await tamper(`DELETE FROM audit_events WHERE id = '${ids[10]}'`);
    await expectFound([{ kind: "removed", seq: 10, eventId: ids[10] }]);
  });

  it("the last one removed with its link", async () => {
    await tamper(
      `DELETE FROM audit_events WHERE id = '${ids[10]}'`,
      `DELETE FROM audit_seals WHERE event_id = '${ids[10]}'`,
    );
    await expectFound([{ kind: "links_removed", seq: 10, upTo: 10 }]);
  });

  it("the last one removed, and the end set back to the link before it", async () => {
    await tamper(
      `DELETE FROM audit_events WHERE id = '${ids[10]}'`,
      `DELETE FROM audit_seals WHERE event_id = '${ids[10]}'`,
      `UPDATE audit_heads SET count = 9, hash = (SELECT hash FROM audit_seals s
         WHERE s.merchant_id = audit_heads.merchant_id AND seq = 9) WHERE merchant_id = '${merchantId}'`,
    );
    await expectFound([{ kind: "end_altered" }]);
    // And nothing is appended to it.
    await record({ targetId: "after" });
    await expectFound([{ kind: "end_altered" }], 1);
  });

  it("all of it removed", async () => {
    await tamper(
      ...["audit_events", "audit_seals", "audit_heads"].map(
        (table) => `DELETE FROM ${table} WHERE merchant_id = '${merchantId}'`,
      ),
    );
    await expectFound([{ kind: "no_chain" }]);
    await record({ targetId: "after" });
    await expectFound([{ kind: "no_chain" }]);
  });

  it("one inserted", async () => {
    const row = await inserted();
    await expectFound([{ kind: "inserted", seq: null, eventId: row }]);
  });

  it("one inserted into the queue, which the worker does not vouch for", async () => {
    const row = await inserted();
    await tamper(`INSERT INTO audit_waiting VALUES ('${merchantId}', '${row}')`);
    await sealEvents(merchantId);
    await expectFound([{ kind: "inserted", seq: null, eventId: row }]);
  });

  it("one inserted with a link after the end", async () => {
    const row = await inserted();
    await tamper(`INSERT INTO audit_seals VALUES ('${merchantId}', 11, '${row}', sha256('a'), sha256('b'))`);
    await expectFound([{ kind: "inserted", seq: 11, eventId: row }]);
  });

  it("one inserted with another merchant's hash, or with that of another event", async () => {
    const other = await someMerchant();
    for (const event of await storedEvents(other.merchantId)) {
      await insertAuditEvent(admin, { ...event, merchant_id: merchantId });
    }
    const { findings } = await verifyChain(merchantId);
    expect(findings).toMatchObject([{ kind: "inserted" }]);
  });

  it("one removed before it had a link", async () => {
    await record({ targetId: "soon gone" });
    await tamper(`DELETE FROM audit_events WHERE merchant_id = '${merchantId}' AND target_id = 'soon gone'`);
    await expectFound([{ kind: "removed", seq: null, eventId: expect.any(String) }]);
  });

  it("one altered before it had a link", async () => {
    await record({ targetId: "soon other" });
    await tamper(`UPDATE audit_events SET ip = '::1' WHERE target_id = 'soon other'`);
    await expectFound([{ kind: "inserted", seq: null, eventId: expect.any(String) }]);
  });

  it("one kept out of the chain", async () => {
    await record({ targetId: "kept out" });
    await tamper(`DELETE FROM audit_waiting WHERE merchant_id = '${merchantId}'`);
    await expectFound([{ kind: "left_out", eventId: expect.any(String) }]);
  });

  it("two that changed places", async () => {
    await tamper(
      `UPDATE audit_seals SET seq = 99 WHERE event_id = '${ids[4]}'`,
      `UPDATE audit_seals SET seq = 4 WHERE event_id = '${ids[5]}'`,
      `UPDATE audit_seals SET seq = 5 WHERE event_id = '${ids[4]}'`,
    );
    await expectFound([
      { kind: "link_altered", seq: 4, eventId: ids[5] },
      { kind: "link_altered", seq: 5, eventId: ids[4] },
    ]);
  });

  it.each(["hash", "prev_hash"])("a link's %s that was altered", async (column) => {
    await tamper(`UPDATE audit_seals SET ${column} = sha256('x') WHERE event_id = '${ids[5]}'`);
    const { findings } = await verifyChain(merchantId);
    expect(findings[0]).toEqual({ kind: "link_altered", seq: 5, eventId: ids[5] });
  });

  it("another secret, instead of a thousand alterations", async () => {
    await tamper(`UPDATE audit_heads SET key_check = '\\x00' WHERE merchant_id = '${merchantId}'`);
    await expectFound([{ kind: "other_key" }]);
  });

  it("a log set back as a whole, by what it ended with before", async () => {
    const { anchor } = await verifyChain(merchantId);
    if (!anchor) throw new Error("no anchor");
    expect((await verifyChain(merchantId, anchor)).findings).toEqual([]);
    const later = { count: anchor.count + 1, hash: anchor.hash };
    expect((await verifyChain(merchantId, later)).findings).toEqual([{ kind: "rewound", seq: 11 }]);
    const other = { count: anchor.count, hash: "00" };
    expect((await verifyChain(merchantId, other)).findings).toEqual([{ kind: "rewound", seq: 10 }]);
  });
});

it("begins over events from before there were chains when an operator says so, and only then", async () => {
  await tamper(
    `DELETE FROM audit_heads WHERE merchant_id = '${merchantId}'`,
    `UPDATE audit_events SET mac = NULL WHERE merchant_id = '${merchantId}'`,
  );
  await expectFound([{ kind: "no_chain" }]);
  expect(await beginChainAsFound(merchantId)).toBe(true);
  expect(await beginChainAsFound(merchantId)).toBe(false);
  await record();
  await expectSound(2);
  await tamper(`UPDATE audit_events SET ip = '::1' WHERE mac IS NULL AND merchant_id = '${merchantId}'`);
  await expectFound([{ kind: "altered", seq: 1, eventId: expect.any(String) }]);
});

function gate(): { opened: Promise<void>; open: () => void } {
  let open = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { opened, open };
}

function entry(given: Partial<AuditEntry> = {}): AuditEntry {
  return { actor: { userId, ip: "127.0.0.1" }, action: "link.created", ...given };
}

function record(given: Partial<AuditEntry> = {}): Promise<void> {
  return withMerchant(merchantId, (tx) => recordEvent(tx, entry(given)));
}

async function someMerchant(): Promise<{ merchantId: MerchantId; userId: string }> {
  const [userId, merchantId] = [await insertUser(admin), newMerchantId()];
  const merchant = { name: "Café Luna", ...anyPlace };
  await createMerchant({ merchantId, actor: { userId, ip: null }, merchant });
  return { merchantId, userId };
}

/** Inserts a forged event with the hash of a real one. Answers its id. */
async function inserted(): Promise<string> {
  const event = (await storedEvents(merchantId)).find(({ target_id }) => target_id === "3");
  return insertAuditEvent(admin, { ...event, merchant_id: merchantId, id: crypto.randomUUID() });
}

async function storedEvents(id: string): Promise<Record<string, unknown>[]> {
  return (await admin.query("SELECT * FROM audit_events WHERE merchant_id = $1", [id])).rows;
}

/** As a database administrator could, for whom neither policies nor grants hold. */
async function tamper(...statements: string[]): Promise<void> {
  for (const statement of statements) {
    const { rowCount } = await admin.query(statement);
    expect(rowCount, statement).toBeGreaterThan(0);
  }
}

async function expectSound(count: number): Promise<void> {
  const verified = await verifyChain(merchantId);
  expect(verified).toEqual({ anchor: { count, hash: expect.any(String) }, waiting: 0, findings: [] });
}

async function expectFound(findings: unknown[], waiting = 0): Promise<void> {
  const verified = await verifyChain(merchantId);
  expect(verified.findings).toEqual(findings);
  expect(verified.waiting).toBe(waiting);
}
