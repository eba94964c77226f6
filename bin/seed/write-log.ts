import type pg from "pg";
import { insertRow, insertRows, timestamp } from "@/bin/seed/insert-rows";
import type { Random } from "@/bin/seed/random";
import {
  type ChainEnd,
  chainStart,
  hashEnd,
  hashEvent,
  hashLink,
  keyCheck,
} from "@/lib/domain/audit/hash-chain";
import type { AuditAction } from "@/lib/domain/audit/schema";

/** An event for the audit log. `at` in Unix milliseconds. */
export type SeedEvent = {
  at: number;
  action: AuditAction;
  actorId: string | null;
  ip: string | null;
  targetId?: string | null;
  details?: Record<string, string | number | null>;
};

/** The columns that an event is written with, and their types. */
export const eventColumns = {
  ...{
    merchant_id: "uuid",
    id: "uuid",
    at: "timestamptz",
    actor_id: "uuid",
    action: "text",
    target_id: "text",
  },
  ...{ details: "jsonb", ip: "text", mac: "bytea" },
};
const sealColumns = {
  merchant_id: "uuid",
  seq: "bigint",
  event_id: "uuid",
  prev_hash: "bytea",
  hash: "bytea",
};

/**
 * Writes a merchant's audit log and its chain from the first event on, so that `npm run admin -- verify-audit` accepts
 * it.
 */
export class LogWriter {
  #end: ChainEnd = { count: 0, hash: chainStart };

  constructor(
    readonly merchantId: string,
    readonly random: Random,
  ) {}

  /** Call it inside `inMerchant`, with events that are not older than those of the call before. */
  async write(client: pg.Client, events: readonly SeedEvent[]): Promise<void> {
    const { merchantId, random } = this;
    const isFirst = this.#end.count === 0;
    const seals: Record<keyof typeof sealColumns, unknown>[] = [];
    const rows = events
      .toSorted((one, other) => one.at - other.at)
      .map(({ at, action, actorId, ip, targetId = null, details = {} }) => {
        const event = { id: random.uuidAt(at), at: new Date(at), actorId, action, targetId, details, ip };
        const mac = hashEvent(merchantId, event);
        const link = { seq: this.#end.count + 1, prevHash: this.#end.hash, eventId: event.id };
        const hash = hashLink(merchantId, link, { hash: mac, isSigned: true });
        this.#end = { count: link.seq, hash };
        seals.push({
          merchant_id: merchantId,
          seq: link.seq,
          event_id: event.id,
          prev_hash: link.prevHash,
          hash,
        });
        return {
          merchant_id: merchantId,
          id: event.id,
          at: timestamp(at),
          actor_id: actorId,
          action,
          target_id: targetId,
          details: JSON.stringify(details),
          ip,
          mac,
        };
      });
    await insertRows(client, "audit_events", eventColumns, rows);
    await insertRows(client, "audit_seals", sealColumns, seals);
    const { count, hash } = this.#end;
    const end = { count, hash, mac: hashEnd(merchantId, this.#end) };
    if (isFirst) {
      await insertRow(client, "audit_heads", {
        merchant_id: merchantId,
        ...end,
        key_check: keyCheck(),
      });
      return;
    }
    await client.query("UPDATE audit_heads SET count = $2, hash = $3, mac = $4 WHERE merchant_id = $1", [
      merchantId,
      ...Object.values(end),
    ]);
  }
}
