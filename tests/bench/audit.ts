import type pg from "pg";
import { hashEvent } from "@/lib/domain/audit/hash-chain";
import { auditPage } from "@/lib/domain/audit/read-log";
import { sealEvents } from "@/lib/domain/audit/seal-events";
import { verifyChain } from "@/lib/domain/audit/verify-chain";
import { uuidv7 } from "@/lib/platform/uuidv7";
import { onDatabase } from "@/tests/bench/support/database";
import { figure } from "@/tests/bench/support/figure";
import { percentile, timed, times } from "@/tests/bench/support/measure";
import { sizes } from "@/tests/bench/support/sizes";
import { insertAuditEvent, insertAuditEvents } from "@/tests/fixtures/audit-event";
import { newMerchant, type TestMerchant } from "@/tests/support/merchants";

// A merchant with a million audit events: how long a page takes, how long verifying takes, and whether one changed, one
// removed and one inserted event are each found. The floor is reading the same rows with plain SQL.

const { rows } = sizes({ rows: 50_000 }, { rows: 1_000_000 });
const insertBatch = 10_000;
/** Each figure is the median of this many pages. */
const runs = 21;

await onDatabase(bench);

async function bench(admin: pg.Client): Promise<void> {
  const merchant = await newMerchant();
  const { merchantId } = merchant;
  const writingMs = await timed(() => insertEvents(admin, merchant));
  const sealingMs = await timed(() => sealEvents(merchantId, true));
  figure({ what: `sealing ${rows} rows`, value: sealingMs, unit: "ms", floor: writingMs });
  await admin.query("ANALYZE");

  const zone = "America/Costa_Rica";
  const middle = uuidv7(Date.now() - (rows / 2) * 1_000);
  const pages = {
    "the newest page": {},
    "a page in the middle": { after: middle },
    "the newest of one person": { person: merchant.actor.userId },
    "the newest of a rare kind": { group: "keys" },
    "a rare kind of one week": { group: "keys", from: "2026-11-10", to: "2026-11-17" },
    "a kind that never happened": { group: "exports" },
  } as const;
  const floor = percentile(await times(runs, () => plainPage(admin, merchantId)), 0.5);
  for (const [name, filters] of Object.entries(pages)) {
    const value = percentile(await times(runs, () => auditPage(merchantId, filters, zone)), 0.5);
    figure({ what: name, value, unit: "ms", floor });
  }

  const scanMs = await timed(() => plainScan(admin, merchantId));
  const verifyMs = await timed(() => expectFindings(merchant, []));
  figure({ what: `verifying ${rows} rows`, value: verifyMs, unit: "ms", floor: scanMs });

  const [altered, removed] = [Math.floor(rows / 3), Math.floor(rows / 2)];
  const at = async (seq: number) =>
    (await admin.query("SELECT event_id FROM audit_seals WHERE seq = $1", [seq])).rows[0].event_id;
  await admin.query("UPDATE audit_events SET ip = '10.9.9.9' WHERE id = $1", [await at(altered)]);
  await admin.query("DELETE FROM audit_events WHERE id = $1", [await at(removed)]);
  await insertAuditEvent(admin, { merchant_id: merchantId });
  const findMs = await timed(() =>
    expectFindings(merchant, [`altered ${altered}`, `removed ${removed}`, "inserted null"]),
  );
  figure({
    what: "finding one altered, one removed, one inserted",
    value: findMs,
    unit: "ms",
    floor: scanMs,
  });
}

/** One event a second until now, as Cobro writes them; every thousandth is about a key. */
async function insertEvents(admin: pg.Client, { merchantId, actor }: TestMerchant): Promise<void> {
  const startedAt = Date.now() - rows * 1_000;
  for (let first = 0; first < rows; first += insertBatch) {
    const events = Array.from({ length: Math.min(insertBatch, rows - first) }, (_, n) => {
      const at = new Date(startedAt + (first + n) * 1_000);
      const isKey = (first + n) % 1_000 === 0;
      const event = {
        id: uuidv7(at.getTime()),
        at,
        actorId: actor.userId,
        action: isKey ? "api_key.stopped_working" : "link.created",
        targetId: `target ${first + n}`,
        details: isKey ? { mode: "test", last4: "abcd" } : {},
        ip: "192.0.2.7",
      };
      return {
        ...{ merchant_id: merchantId, id: event.id, at, actor_id: event.actorId, action: event.action },
        ...{ target_id: event.targetId, details: JSON.stringify(event.details), ip: event.ip },
        mac: Buffer.from(hashEvent(merchantId, event)),
      };
    });
    await insertAuditEvents(admin, events);
  }
}

async function expectFindings({ merchantId }: TestMerchant, expected: string[]): Promise<void> {
  const { findings } = await verifyChain(merchantId);
  const found = findings.map((finding) => `${finding.kind} ${"seq" in finding ? finding.seq : ""}`);
  const isMet = JSON.stringify(found) === JSON.stringify(expected);
  figure({ what: `found ${found.join(", ") || "nothing"}`, value: findings.length, isMet });
}

async function plainPage(admin: pg.Client, merchantId: string): Promise<void> {
  await admin.query("SELECT * FROM audit_events WHERE merchant_id = $1 ORDER BY id DESC LIMIT 51", [
    merchantId,
  ]);
}

async function plainScan(admin: pg.Client, merchantId: string): Promise<void> {
  for (let [after, more] = [0, true]; more; after += insertBatch) {
    const page = await admin.query(
      `SELECT * FROM audit_seals s JOIN audit_events e ON e.merchant_id = s.merchant_id AND e.id = s.event_id
       WHERE s.merchant_id = $1 AND seq > $2 ORDER BY seq LIMIT ${insertBatch}`,
      [merchantId, after],
    );
    more = page.rows.length === insertBatch;
  }
}
