import { toDayRange } from "@/lib/core/filters";
import type { MerchantId } from "@/lib/core/merchant-id";
import { countLog, type LogQuery, type LogRow, listLog, listTeam } from "@/lib/domain/audit/log-store";
import type { AuditFilters } from "@/lib/domain/audit/parse-filters";
import { type LogPerson, listActions } from "@/lib/domain/audit/schema";
import { sealEvents } from "@/lib/domain/audit/seal-events";
import { type MerchantTx, withMerchant } from "@/lib/platform/db";
import { readPage } from "@/lib/platform/keyset";

/** An event with the names of who did it and whom it is about. */
export type LogEvent = Omit<LogRow, "details"> & {
  details: Record<string, string>;
  actor: LogPerson | null;
  target: LogPerson | null;
};

const pageSize = 50;

/** One page of a merchant's log, newest first. */
export async function auditPage(
  merchantId: MerchantId,
  filters: AuditFilters,
  timeZone: string,
): Promise<{ events: LogEvent[]; nextAfter: string | null }> {
  // Events that are not in the chain yet are added first, unless a worker is already doing so.
  await sealEvents(merchantId);
  const query = logQuery(filters, timeZone);
  const page = await readPage(pageSize, (limit) =>
    withMerchant(merchantId, (tx) => readEvents(tx, { ...query, limit })),
  );
  return { events: page.rows, nextAfter: page.nextAfter };
}

/** How many events match the filters. */
export function countEvents(
  merchantId: MerchantId,
  filters: AuditFilters,
  timeZone: string,
): Promise<number> {
  return withMerchant(merchantId, (tx) => countLog(tx, logQuery(filters, timeZone)));
}

/** Everybody who is or was in the team, by name. */
export function listPeople(merchantId: MerchantId): Promise<LogPerson[]> {
  return withMerchant(merchantId, listTeam);
}

export async function readEvents(tx: MerchantTx, query: LogQuery): Promise<LogEvent[]> {
  const rows = await listLog(tx, query);
  const byId = new Map((await listTeam(tx)).map((person) => [person.userId, person]));
  return rows.map((row) => ({
    ...row,
    details: toTexts(row.details),
    actor: byId.get(row.actorId ?? "") ?? null,
    target: byId.get(row.targetId ?? "") ?? null,
  }));
}

/** Turns the filters into conditions on rows. */
export function logQuery(
  { group, person, after, ...days }: AuditFilters,
  timeZone: string,
): Omit<LogQuery, "limit"> {
  const { start, end } = toDayRange(days, timeZone);
  return {
    actions: group && listActions(group),
    actorId: person,
    fromId: start && firstIdAt(start),
    beforeIds: [...(end ? [firstIdAt(end)] : []), ...(after ? [after] : [])],
  };
}

/** The lowest UUIDv7 of a moment, above all those of earlier moments. */
function firstIdAt(at: Date): string {
  const time = Math.max(0, at.getTime()).toString(16).padStart(12, "0");
  return `${time.slice(0, 8)}-${time.slice(8, 12)}-0000-0000-000000000000`;
}

function toTexts(details: unknown): Record<string, string> {
  if (typeof details !== "object" || details === null) return {};
  // The request's id has a column of its own.
  const given = Object.entries(details).filter(([key, value]) => value !== null && key !== "requestId");
  return Object.fromEntries(given.map(([key, value]) => [key, String(value)]));
}
