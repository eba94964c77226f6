import type { LinkView } from "@/lib/core/link-view";
import { recordEvent } from "@/lib/domain/audit/record-event";
import type { Actor } from "@/lib/domain/audit/schema";
import { listCreators } from "@/lib/domain/members/list-members";
import { type FilteredQuery, readSelections } from "@/lib/domain/payment-links/history/build-selections";
import {
  exportedById,
  exportedInOrder,
  type ReadColumn,
  readColumns,
} from "@/lib/domain/payment-links/history/export-store";
import { findFiltered } from "@/lib/domain/payment-links/history/list-filtered";
import { placeAt } from "@/lib/domain/payment-links/history/list-history";
import { type HistoryFilters, readPlace } from "@/lib/domain/payment-links/history/parse-filters";
import { type CopiedRows, copyRowsAs } from "@/lib/platform/copy-rows";
import { withMerchant } from "@/lib/platform/db";
import { readAhead } from "@/lib/platform/keyset";
import { type CopiedColumn, type CopiedTable, readLastRow } from "@/lib/spreadsheets/copied-table";

/** Read at once from the database, the next while these are written, in a few milliseconds for which other requests wait. */
const linksAtOnce = 2_000;

/** The columns' names for programs. A file for people has them in their language. */
export type LinkColumn = ReadColumn | "time_zone";

/**
 * The links that match the filters, newest first. The export is recorded as an event once there is something to send.
 */
export async function exportLinks({
  view,
  actor,
  filters,
  timeZone,
}: {
  view: LinkView;
  actor: Actor;
  filters: HistoryFilters;
  timeZone: string;
}): Promise<CopiedTable> {
  // Asked once: whoever made or marked a link that is in the file was here before the file was begun, but for a few.
  const names = new Map((await listCreators(view.merchantId)).map(({ userId, name }) => [userId, name]));
  const query = { filters: { ...filters, before: undefined }, timeZone };
  const zone: CopiedColumn = { name: "time_zone", kind: "same", text: timeZone };
  const columns = readColumns.flatMap((name) => {
    const column = toColumn(name, names);
    return name === "created_at" ? [column, zone] : [column];
  });
  return { columns, parts: readParts(view, actor, query) };
}

function toColumn(name: ReadColumn, names: ReadonlyMap<string, string>): CopiedColumn {
  if (name.endsWith("_at")) return { name, kind: "time" };
  if (name.endsWith("_by")) return { name, kind: "key", names };
  if (name === "amount") return { name, kind: "hundredths" };
  return { name, kind: name === "opened_count" ? "number" : "text" };
}

async function* readParts(view: LinkView, actor: Actor, query: FilteredQuery): AsyncGenerator<CopiedRows> {
  const spare: Buffer[] = [];
  const read = await rowReader(view, query, spare);
  let isRecorded = false;
  for await (const part of readAhead(linksAtOnce, read, (part) => findLastPlace(part, query))) {
    if (!isRecorded)
      await withMerchant(view.merchantId, (tx) => recordEvent(tx, { actor, action: "links.exported" }));
    isRecorded = true;
    yield part;
    // Whoever asks for the next has written this one.
    if (part.memory) spare.push(part.memory);
  }
}

/** The place of the last link that was read; none when there is none. */
function findLastPlace(part: CopiedRows, { filters }: FilteredQuery): string | undefined {
  const texts = readLastRow(part);
  const text = (column: ReadColumn) => texts[readColumns.indexOf(column)] ?? null;
  const [id, amount] = [text("id"), text("amount")];
  return id === null ? undefined : placeAt({ id, amountMinor: Number(amount ?? 0) }, filters.sort);
}

type ReadRows = (after: string | undefined, limit: number) => Promise<CopiedRows>;

/** Reads the links after a place. What no index answers is tried on each row as they are read; else, ids are found first. */
async function rowReader(view: LinkView, query: FilteredQuery, spare: Buffer[]): Promise<ReadRows> {
  const { merchantId } = view;
  const { q, after: begin } = query.filters;
  const { exact } = await readSelections(view, query);
  if (exact.condition.keys === null && !q)
    return (after = begin, limit) => {
      const selection = { ...exact, after: after === undefined ? undefined : readPlace(after) };
      return copyRowsAs(merchantId, exportedInOrder(view, selection, limit), spare);
    };
  return async function read(after = begin, limit): Promise<CopiedRows> {
    const filters = { ...query.filters, after };
    const find = { ...query, filters, limit };
    const ids = await findFiltered(view, find);
    const found = await copyRowsAs(merchantId, exportedById(view, ids), spare);
    if (found.length === ids.length) return found;
    // Some are gone since they were found. A short batch would end the file.
    const more = await read(findLastPlace(found, query) ?? after, limit - found.length);
    return { bytes: Buffer.concat([found.bytes, more.bytes]), length: found.length + more.length };
  };
}
