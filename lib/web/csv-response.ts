import { getLocale } from "next-intl/server";
import { type CsvStyle, csvForExcel, csvForPrograms } from "@/lib/core/csv";
import { decimalMark } from "@/lib/money/format-money";
import { log } from "@/lib/platform/log";

/** How the address asks for the file, `?for=excel` or for programs; null for what cannot be read. */
export async function readCsvStyle(asked: string | string[] | undefined): Promise<CsvStyle | null> {
  if (asked === undefined || asked === "") return csvForPrograms;
  return asked === "excel" ? csvForExcel(decimalMark(await getLocale())) : null;
}

/**
 * Lines as a file, sent as they come. The first of them are there before anything is said, so that a query that fails
 * fails the answer; what fails later breaks the transfer off, so that half a file never passes for a whole one.
 */
export async function csvResponse(lines: AsyncGenerator<string>, name: string): Promise<Response> {
  const utf8 = new TextEncoder();
  let first: IteratorResult<string> | undefined = await lines.next();
  const body = new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        try {
          const { value, done } = first ?? (await lines.next());
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
