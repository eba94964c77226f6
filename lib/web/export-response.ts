import type { Rows } from "@/lib/core/cell";
import { type CsvStyle, csvForExcel, csvForPrograms, toCsv } from "@/lib/core/csv";
import { clockIn, type LocalClock } from "@/lib/core/local-time";
import { isCancelledExport } from "@/lib/domain/payment-links/export-runs/schema";
import { getLocale } from "@/lib/i18n/translations";
import { decimalMark } from "@/lib/money/format-money";
import { BusyError, FairQueue } from "@/lib/platform/fair-queue";
import { log } from "@/lib/platform/log";
import { leaveTurn, spareTime } from "@/lib/platform/turns";
import { type CopiedTable, readCells } from "@/lib/spreadsheets/copied-table";
import { copiedToCsv } from "@/lib/spreadsheets/write-copied-csv";
import { toXlsx } from "@/lib/spreadsheets/write-xlsx";

export type ExportFormat = CsvStyle | "xlsx";

/**
 * The format that the address asks for: `?for=excel`, `?for=xlsx`, or CSV for programs when it says nothing. Null for
 * another value.
 */
export async function readExportFormat(asked: string | string[] | undefined): Promise<ExportFormat | null> {
  if (asked === undefined || asked === "") return csvForPrograms;
  if (asked === "xlsx") return asked;
  return asked === "excel" ? csvForExcel(decimalMark(await getLocale())) : null;
}

/** Rows are written in this process's own thread, so that one file at a time goes on, in turns and in spare time. */
const limits = { slots: 1, mostWaiting: Number.POSITIVE_INFINITY, mostWaitingEach: Number.POSITIVE_INFINITY };
/** One person's files that wait for their next rows. Each has rows in memory, so that there is an end to them. */
const mostOfOne = 6;
/** A file that has begun must not break off because others are slow. */
const mostWaitMs = 10 * 60 * 1_000;

declare global {
  // Both exports are bundled apart, each with a copy of this module; together they have one queue.
  var cobroExports: FairQueue | undefined;
}

/**
 * A file whose rows are sent as they are read, with times in the merchant's time zone. The first of them are read
 * before the status is sent, so that a failing query answers with an error. A failure later aborts the transfer, so
 * that half a file cannot be taken for a whole one.
 */
export async function exportResponse(
  table: Rows | CopiedTable,
  {
    name,
    personId,
    format,
    timeZone,
  }: { name: string; personId: string; format: ExportFormat; timeZone: string },
): Promise<Response> {
  globalThis.cobroExports ??= new FairQueue({ ...limits, mostWaitMs });
  const turns = globalThis.cobroExports;
  if (turns.countWaiting(personId) >= mostOfOne) throw new BusyError("too many files of one person");
  const parts = toFile(table, format, clockIn(timeZone));
  const asker = leaveTurn();
  const next = () =>
    turns.run(personId, async () => {
      await spareTime(asker);
      // What else has arrived meanwhile comes first. Without this, one part could follow another with no look at it.
      await new Promise(setImmediate);
      return parts.next();
    });
  let first: IteratorResult<Uint8Array> | undefined = await next();
  const body = new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        try {
          const { value, done } = first ?? (await next());
          first = undefined;
          if (done) controller.close();
          else controller.enqueue(value);
        } catch (error) {
          if (!isCancelledExport(error)) log().error({ err: error }, "an export broke off");
          throw error;
        }
      },
      async cancel() {
        await parts.return(undefined);
      },
    },
    // One part is made while the one before is sent.
    { highWaterMark: 1 },
  );
  const [type, extension] = format === "xlsx" ? xlsxFile : csvFile;
  return new Response(body, {
    headers: {
      "content-type": type,
      "content-disposition": `attachment; filename="${name}.${extension}"`,
      "cache-control": "no-store",
    },
  });
}

function toFile(table: Rows | CopiedTable, format: ExportFormat, clock: LocalClock) {
  const isCopied = "parts" in table;
  if (format === "xlsx") return toXlsx(isCopied ? readCells(table) : table, { clock });
  return isCopied ? copiedToCsv(table, format, clock) : toCsv(table, format, clock);
}

const csvFile = ["text/csv; charset=utf-8", "csv"] as const;
const xlsxFile = ["application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx"] as const;
