import type { Cell, Rows } from "@/lib/core/cell";

/** What a column holds, and what a file has of it. */
type Content =
  /** A text, or a code, of which a file for people has the word. */
  | { kind: "text"; words?: Readonly<Record<string, string>> | undefined }
  /** Seconds since 1970. */
  | { kind: "time" }
  /** A whole number, and one of hundredths. */
  | { kind: "number" }
  | { kind: "hundredths" }
  /** A key, of which a file has the name; one without a name is left out. */
  | { kind: "key"; names: ReadonlyMap<string, string> }
  /** The same text in each row, which is not in the copied ones. */
  | { kind: "same"; text: string };

export type CopiedColumn = { name: string } & Content;

/**
 * Rows as Postgres's COPY writes them: a line of text for each, with a tab between columns. `length` is how many. The bytes
 * are others once the next part is asked for.
 */
type CopiedPart = { bytes: Buffer; length: number };

/** A table of very many rows, of which a file is written without making a value of each cell. */
export type CopiedTable = { columns: readonly CopiedColumn[]; parts: AsyncGenerator<CopiedPart> };

/** Made at once, in a few milliseconds, for which other requests wait. */
const rowsAtOnce = 250;

/** The table's cells, for what is written of them. */
export async function* readCells({ columns, parts }: CopiedTable): Rows {
  yield [columns.map(({ name }) => name)];
  for await (const { bytes } of parts) {
    const lines = bytes.toString("utf8").split("\n").slice(0, -1);
    for (let start = 0; start < lines.length; start += rowsAtOnce)
      yield lines.slice(start, start + rowsAtOnce).map((line) => toCells(readLine(line), columns));
  }
}

function toCells(texts: readonly (string | null)[], columns: readonly CopiedColumn[]): Cell[] {
  let at = 0;
  return columns.map((column) => {
    if (column.kind === "same") return column.text;
    const text = texts[at++];
    return text ? toCell(text, column) : null;
  });
}

function toCell(text: string, column: Exclude<CopiedColumn, { kind: "same" }>): Cell {
  switch (column.kind) {
    case "time":
      return { time: readTime(text) };
    case "number":
      return { number: text };
    case "hundredths":
      return { number: withPoint(text) };
    case "key":
      return column.names.get(text) ?? null;
    case "text":
      return column.words?.[text] ?? text;
  }
}

/** The nearest, which is exact for milliseconds. */
export function readTime(seconds: string): Date {
  return new Date(Math.round(Number(seconds) * 1_000));
}

/** `123450` as `1234.50`. */
export function withPoint(hundredths: string): string {
  const [, minus = "", digits = ""] = /^(-?)(\d+)$/.exec(hundredths) ?? [];
  const padded = digits.padStart(3, "0");
  return `${minus}${padded.slice(0, -2)}.${padded.slice(-2)}`;
}

/** The columns of the last row; none when there is no row. */
export function readLastRow({ bytes }: CopiedPart): (string | null)[] {
  const end = bytes.length - 1;
  return end < 0 ? [] : readLine(bytes.toString("utf8", bytes.lastIndexOf("\n", end - 1) + 1, end));
}

/** What is between the tabs of a line; null where there is nothing. */
function readLine(line: string): (string | null)[] {
  return line.split("\t").map((text) => (text === "\\N" ? null : readText(text)));
}

/** What COPY writes of the characters that stand for themselves in no line. */
const escapes: Readonly<Record<string, string>> = {
  ...{ b: "\b", f: "\f", n: "\n", r: "\r", t: "\t", v: "\v" },
};

export function readText(text: string): string {
  return text.includes("\\") ? text.replace(/\\(.)/gs, (_, escaped) => escapes[escaped] ?? escaped) : text;
}
