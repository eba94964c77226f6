import type { Cell, Rows } from "@/lib/core/cell";
import { csvForPrograms } from "@/lib/core/csv";
import { messagesIn } from "@/lib/i18n/messages/catalogue";
import { getLocale } from "@/lib/i18n/translations";
import type { ExportFormat } from "@/lib/web/export-response";

/**
 * A table for the format. People read the names of its columns, and what is a code, in their language; programs get the
 * codes, which are the same in every language and stay as they are.
 */
export async function inWords(
  rows: Rows,
  { format, table }: { format: ExportFormat; table: "links" | "close" | "log" },
): Promise<Rows> {
  if (format === csvForPrograms) return rows;
  const { exported, state, mode, cancel } = messagesIn(await getLocale());
  const modes = { sandbox: mode.sandboxName, test: mode.testName, live: mode.liveName };
  return translate(rows, exported[table], {
    state: { ...state, ...exported.states },
    mode: modes,
    cancel_reason: cancel.reasons,
  });
}

type Words = Readonly<Record<string, string>>;

async function* translate(rows: Rows, names: Words, values: Record<string, Words>): Rows {
  let columns: string[] | null = null;
  for await (const part of rows) {
    const isFirst: boolean = columns === null;
    const codes: string[] = columns ?? (part[0] ?? []).map(String);
    columns = codes;
    const say = (cell: Cell, at: number) =>
      typeof cell === "string" ? (values[codes[at] ?? ""]?.[cell] ?? cell) : cell;
    const body = (isFirst ? part.slice(1) : part).map((row) => row.map(say));
    yield isFirst ? [codes.map((code) => names[code] ?? code), ...body] : body;
  }
}
