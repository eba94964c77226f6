import type { Rows } from "@/lib/core/cell";
import { type CsvStyle, csvForPrograms, toCsv } from "@/lib/core/csv";
import { clockIn } from "@/lib/core/local-time";
import type { CopiedTable } from "@/lib/spreadsheets/copied-table";
import { copiedToCsv } from "@/lib/spreadsheets/write-copied-csv";

/** The whole of a table that is exported as CSV. */
export async function exportedText(
  table: Rows | CopiedTable,
  { timeZone, style = csvForPrograms }: { timeZone: string; style?: CsvStyle },
): Promise<string> {
  const clock = clockIn(timeZone);
  const parts: Uint8Array[] = [];
  const written = "parts" in table ? copiedToCsv(table, style, clock) : toCsv(table, style, clock);
  for await (const part of written) parts.push(part);
  return Buffer.concat(parts).toString("utf8");
}
