import { byteOrderMark, csvLine } from "@/lib/core/csv";
import type { MerchantId } from "@/lib/core/merchant-id";
import { startOfDay } from "@/lib/core/start-of-day";
import { type LogPerson, type LogQuery, type LogRow, listLog, listTeam } from "@/lib/domain/audit/log-store";
import type { AuditFilters } from "@/lib/domain/audit/parse-filters";
import { recordEvent } from "@/lib/domain/audit/record-event";
import { type Actor, listActions } from "@/lib/domain/audit/schema";
import { sealEvents } from "@/lib/domain/audit/seal-events";
import { type MerchantTx, withMerchant } from "@/lib/platform/db";

export type { LogPerson } from "@/lib/domain/audit/log-store";

/** An event with the names of whoever did it and whom it is about. */
export type LogEvent = Omit<LogRow, "details"> & {
  details: Record<string, string>;
  actor: LogPerson | null;
  target: LogPerson | null;
};

const pageSize = 50;
const exportBatch = 1_000;

/** Names for machines, the same in every language. */
const columns = ["at", "name", "email", "action", "about", "from", "details", "id"];

/** One page of a merchant's log, newest first. */
export async function auditPage(
  merchantId: MerchantId,
  filters: AuditFilters,
  timeZone: string,
): Promise<{ events: LogEvent[]; people: LogPerson[]; nextAfter: string | null }> {
  // Whoever looks also has what waits put in its place; another sealer at it is not waited for.
  await sealEvents(merchantId);
  const query = { ...logQuery(filters, timeZone), limit: pageSize + 1 };
  const { events, people } = await withMerchant(merchantId, (tx) => read(tx, query));
  const shown = events.slice(0, pageSize);
  return { events: shown, people, nextAfter: events.length > pageSize ? (shown.at(-1)?.id ?? null) : null };
}

/** The events that the filters let through as CSV, newest first, in chunks. The export is an event itself. */
export async function* exportLog({
  merchantId,
  actor,
  filters,
  timeZone,
}: {
  merchantId: MerchantId;
  actor: Actor;
  filters: AuditFilters;
  timeZone: string;
}): AsyncGenerator<string> {
  await withMerchant(merchantId, (tx) => recordEvent(tx, { actor, action: "audit.exported" }));
  yield byteOrderMark + csvLine(columns);
  let after = filters.after;
  for (;;) {
    const query = { ...logQuery({ ...filters, after }, timeZone), limit: exportBatch };
    const { events } = await withMerchant(merchantId, (tx) => read(tx, query));
    if (events.length > 0) yield events.map(toCsvLine).join("");
    if (events.length < exportBatch) return;
    after = events.at(-1)?.id;
  }
}

async function read(tx: MerchantTx, query: LogQuery): Promise<{ events: LogEvent[]; people: LogPerson[] }> {
  const rows = await listLog(tx, query);
  const people = await listTeam(tx);
  const byId = new Map(people.map((person) => [person.userId, person]));
  const events = rows.map((row) => ({
    ...row,
    details: toTexts(row.details),
    actor: byId.get(row.actorId ?? "") ?? null,
    target: byId.get(row.targetId ?? "") ?? null,
  }));
  return { events, people };
}

function logQuery(
  { group, person, from, to, after }: AuditFilters,
  timeZone: string,
): Omit<LogQuery, "limit"> {
  return {
    actions: group && listActions(group),
    actorId: person,
    fromId: from && firstIdAt(startOfDay(from, timeZone)),
    beforeIds: [...(to ? [firstIdAt(startOfDay(to, timeZone, 1))] : []), ...(after ? [after] : [])],
  };
}

/** Not above any UUIDv7 of that moment, and above all before it. */
function firstIdAt(at: Date): string {
  const time = Math.max(0, at.getTime()).toString(16).padStart(12, "0");
  return `${time.slice(0, 8)}-${time.slice(8, 12)}-0000-0000-000000000000`;
}

function toTexts(details: unknown): Record<string, string> {
  if (typeof details !== "object" || details === null) return {};
  const given = Object.entries(details).filter(([, value]) => value !== null);
  return Object.fromEntries(given.map(([key, value]) => [key, String(value)]));
}

function toCsvLine({ at, actor, action, target, targetId, ip, details, id }: LogEvent): string {
  const facts = Object.entries(details).map(([key, value]) => `${key}: ${value}`);
  const { name = "Cobro", email = null } = actor ?? {};
  return csvLine([
    at.toISOString(),
    name,
    email,
    action,
    target?.email ?? targetId,
    ip,
    facts.join("; "),
    id,
  ]);
}
