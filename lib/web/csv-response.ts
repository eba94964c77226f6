import { getLocale } from "next-intl/server";
import { type CsvStyle, csvForExcel, csvForPrograms } from "@/lib/core/csv";
import { decimalMark } from "@/lib/money/format-money";
import { BusyError, FairQueue } from "@/lib/platform/fair-queue";
import { log } from "@/lib/platform/log";

/** The style that the address asks for: `?for=excel`, or for programs when it says nothing. Null for another value. */
export async function readCsvStyle(asked: string | string[] | undefined): Promise<CsvStyle | null> {
  if (asked === undefined || asked === "") return csvForPrograms;
  return asked === "excel" ? csvForExcel(decimalMark(await getLocale())) : null;
}

/** Lines are written in this process's own thread, so that one file at a time goes on, in turns. */
const limits = { slots: 1, mostWaiting: Number.POSITIVE_INFINITY, mostWaitingEach: Number.POSITIVE_INFINITY };
/** One person's files that wait for their next lines. Each has rows in memory, so that there is an end to them. */
const mostOfOne = 6;
/** A file that has begun must not break off because others are slow. */
const mostWaitMs = 10 * 60 * 1_000;

declare global {
  // Both exports are bundled apart, each with a copy of this module; together they have one queue.
  var cobroExports: FairQueue | undefined;
}

/**
 * A file whose lines are sent as they are read. The first of them are read before the status is sent, so that a failing
 * query answers with an error. A failure later aborts the transfer, so that half a file cannot be taken for a whole
 * one.
 */
export async function csvResponse(
  lines: AsyncGenerator<string>,
  { name, personId }: { name: string; personId: string },
): Promise<Response> {
  const utf8 = new TextEncoder();
  globalThis.cobroExports ??= new FairQueue({ ...limits, mostWaitMs });
  const turns = globalThis.cobroExports;
  if (turns.countWaiting(personId) >= mostOfOne) throw new BusyError("too many files of one person");
  const next = () => turns.run(personId, () => lines.next());
  let first: IteratorResult<string> | undefined = await next();
  const body = new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        try {
          const { value, done } = first ?? (await next());
          first = undefined;
          if (done) controller.close();
          else controller.enqueue(utf8.encode(value));
        } catch (error) {
          log().error({ err: error }, "an export broke off");
          throw error;
        }
      },
      async cancel() {
        await lines.return(undefined);
      },
    },
    { highWaterMark: 0 },
  );
  return new Response(body, {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": `attachment; filename="${name}.csv"`,
      "cache-control": "no-store",
    },
  });
}
