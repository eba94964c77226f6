import type { Rows } from "@/lib/core/cell";
import { type CsvStyle, csvForPrograms, toCsv } from "@/lib/core/csv";
import { clockIn } from "@/lib/core/local-time";

/** The whole of a table that is exported as CSV. */
export async function exportedText(
  rows: Rows,
  { timeZone, style = csvForPrograms }: { timeZone: string; style?: CsvStyle },
): Promise<string> {
  const parts: Uint8Array[] = [];
  for await (const part of toCsv(rows, style, clockIn(timeZone))) parts.push(part);
  return Buffer.concat(parts).toString("utf8");
}
