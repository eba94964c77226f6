import type { Cell, Rows } from "@/lib/core/cell";
import { csvForPrograms } from "@/lib/core/csv";
import { messagesIn } from "@/lib/i18n/messages/catalogue";
import { getLocale } from "@/lib/i18n/translations";
import type { CopiedTable } from "@/lib/spreadsheets/copied-table";
import type { ExportFormat } from "@/lib/web/export-response";

type Kind = { format: ExportFormat; table: "links" | "close" | "log" };

/**
 * A table for the format. People read the names of its columns, and what is a code, in their language; programs get the
 * codes, which are the same in every language and stay as they are.
 */
export async function inWords(rows: Rows, { format, table }: Kind): Promise<Rows> {
  return format === csvForPrograms ? rows : translate(rows, await readWords(table));
}

/** The same of a table that is copied. */
export async function copiedInWords(copied: CopiedTable, { format, table }: Kind): Promise<CopiedTable> {
  if (format === csvForPrograms) return copied;
  const { names, values } = await readWords(table);
  const columns = copied.columns.map((column) => {
    const name = names[column.name] ?? column.name;
    return column.kind === "text" ? { ...column, name, words: values[column.name] } : { ...column, name };
  });
  return { ...copied, columns };
}

type Words = Readonly<Record<string, string>>;
/** Of a table: the names of its columns, and the words for the codes in each. */
type TableWords = { names: Words; values: Readonly<Record<string, Words>> };

async function readWords(table: Kind["table"]): Promise<TableWords> {
  const { exported, state, mode, cancel } = messagesIn(await getLocale());
  const modes = { sandbox: mode.sandboxName, test: mode.testName, live: mode.liveName };
  return {
    names: exported[table],
    values: { state: { ...state, ...exported.states }, mode: modes, cancel_reason: cancel.reasons },
  };
}

async function* translate(rows: Rows, { names, values }: TableWords): Rows {
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
