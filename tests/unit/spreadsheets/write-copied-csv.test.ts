import { expect, test } from "vitest";
import { csvForExcel, csvForPrograms, toCsv } from "@/lib/core/csv";
import { clockIn } from "@/lib/core/local-time";
import { type CopiedColumn, type CopiedTable, readCells } from "@/lib/spreadsheets/copied-table";
import { copiedToCsv } from "@/lib/spreadsheets/write-copied-csv";
import { oddText } from "@/tests/support/odd-texts";
import { seededRandom } from "@/tests/support/seeded-random";

const names = new Map([
  ["a", "Ana, María"],
  ["b", "=Beto"],
]);
const columns: CopiedColumn[] = [
  { name: "at", kind: "time" },
  { name: "zone", kind: "same", text: "America/Costa_Rica" },
  { name: "amount", kind: "hundredths" },
  { name: "text", kind: "text" },
  { name: "by", kind: "key", names },
  { name: "count", kind: "number" },
  { name: "state", kind: "text", words: { open: "Abierto; aún" } },
  { name: "last", kind: "text" },
];

test("a copied table is written byte for byte as its cells are, in every style and time zone", async () => {
  const random = seededRandom(77);
  const any = <Value>(...values: Value[]) => values[Math.floor(random() * values.length)];
  const rows = Array.from({ length: 1_500 }, () => [
    any(null, String(Math.floor(random() * 2e12) / 1_000), "1700000000", "1700000000.5", "-1.25"),
    any(null, "0", "7", "-7", "42", "-42", "420", "-420", "123450", String(Math.floor(random() * 1e12))),
    any(null, "", "1 mayo°", "12 março¿", oddText(random), oddText(random)),
    any(null, "a", "b", "nobody"),
    any("0", "12"),
    any("open", "expired"),
    any(null, oddText(random)),
  ]);
  for (const style of [csvForPrograms, csvForExcel(","), csvForExcel(".")]) {
    for (const timeZone of ["America/Costa_Rica", "America/St_Johns", "Asia/Kathmandu"]) {
      const clock = clockIn(timeZone);
      const written = await join(copiedToCsv(copied(rows), style, clock));
      expect(written).toBe(await join(toCsv(readCells(copied(rows)), style, clock)));
      expect(written.split("\r\n")).toHaveLength(1 + rows.length + 1);
    }
  }
});

test("cells are what was copied, whatever it holds", async () => {
  const random = seededRandom(78);
  const texts = Array.from({ length: 2_000 }, () => oddText(random)).concat(
    "\\N",
    "\\",
    "a\\tb",
    "\t\n\v\f\b\r",
  );
  const table = {
    columns: [{ name: "text", kind: "text" as const }],
    parts: copied(texts.map((text) => [text])).parts,
  };
  const cells: unknown[] = [];
  for await (const part of readCells(table)) cells.push(...part.flat());
  expect(cells).toEqual(["text", ...texts]);
});

/** In parts of several sizes, one of them empty. */
function copied(rows: readonly (readonly (string | null | undefined)[])[]): CopiedTable {
  async function* parts() {
    for (const [start, end] of [
      [0, 1],
      [1, 1],
      [1, 1_200],
      [1_200, rows.length],
    ]) {
      const part = rows.slice(start, end);
      yield { bytes: Buffer.from(part.map(copyLine).join("")), length: part.length };
    }
  }
  return { columns, parts: parts() };
}

/** As Postgres writes it, which has no character 0. */
function copyLine(row: readonly (string | null | undefined)[]): string {
  const escapes: Record<string, string> = {
    "\b": "b",
    "\f": "f",
    "\n": "n",
    "\r": "r",
    "\t": "t",
    "\v": "v",
  };
  const copy = (text: string) => text.replace(/[\b\f\n\r\t\v\\]/g, (found) => `\\${escapes[found] ?? found}`);
  return `${row.map((text) => (text === null || text === undefined ? "\\N" : copy(text))).join("\t")}\n`;
}

async function join(parts: AsyncGenerator<Uint8Array>): Promise<string> {
  const all: Uint8Array[] = [];
  for await (const part of parts) all.push(part);
  return Buffer.concat(all).toString("utf8");
}
