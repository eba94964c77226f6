import { strFromU8, unzipSync } from "fflate";
import { expect, test } from "vitest";
import type { Cell, Rows } from "@/lib/core/cell";
import { clockIn } from "@/lib/core/local-time";
import { toXlsx } from "@/lib/spreadsheets/write-xlsx";

const clock = clockIn("America/Costa_Rica");

test("texts stay texts, amounts are numbers, and times are those of the clock", async () => {
  const [, sheet = ""] = await writeSheets([
    [["at", "amount", "text"]],
    [[{ time: new Date("2026-11-22T13:05:09Z") }, { number: "-1250.50" }, "=1+1"]],
    [[null, null, "00123"]],
  ]);
  // 46348 days after the last of 1899 is 22 November 2026.
  const days = 46_348 + (7 * 3_600 + 5 * 60 + 9) / 86_400;
  expect(readCells(sheet)).toEqual([
    ["at", "amount", "text"],
    [expect.closeTo(days, 6), -1250.5, "=1+1"],
    [null, null, "00123"],
  ]);
  expect(sheet).not.toContain("<f>");
});

test("amounts have decimals, counts have none, texts are quoted, and every column has room for a time", async () => {
  const { sheets, styles } = await writeParts([[["a"], [{ number: "3.00" }, { number: "3" }, "=1+1"]]]);
  const places = [...(sheets[0] ?? "").matchAll(/<c [^>]*s="(\d)"/g)].map(([, place]) => Number(place));
  const [, cellStyles = ""] = /<cellXfs[^>]*>(.*)<\/cellXfs>/.exec(styles) ?? [];
  const all = cellStyles.match(/<xf[^>]*>/g) ?? [];
  expect(styles).toContain(`<cellXfs count="${all.length}">`);
  const [, ...used] = places.map((place) => all[place]);
  // `#,##0.00` and `#,##0` of Excel itself.
  expect(used).toEqual(
    ['numFmtId="4"', 'numFmtId="3"', 'quotePrefix="1"'].map((style) => expect.stringContaining(style)),
  );
  expect(sheets[0]).toContain('<col min="1" max="16384" width="20"');
});

test("whatever a text holds, the file can be read and has the text again", async () => {
  const texts = ["<&>\"'", " padded ", "a\r\nb\u0000c", "_x0041_", "🎂 Café", "half \ud83c", "\uffff", "]]>"];
  const [, sheet = ""] = await writeSheets([texts.map((text) => [text])]);
  const shown = ["<&>\"'", " padded ", "a b c", "_x0041_", "🎂 Café", "half \ufffd", "\ufffd", "]]>"];
  expect(readCells(sheet)).toEqual(shown.map((text) => [text]));
});

test("rows beyond what a sheet holds are on the next, under the same names", async () => {
  const rows = Array.from({ length: 7 }, (_, row) => [{ number: String(row + 1) }]);
  const sheets = await writeSheets([[["row"], ...rows.slice(0, 3)], rows.slice(3)], 4);
  expect(sheets.slice(1).map(readCells)).toEqual([
    [["row"], [1], [2], [3]],
    [["row"], [4], [5], [6]],
    [["row"], [7]],
  ]);
  expect(sheets[0]?.match(/<sheet /g)).toHaveLength(3);
});

/** The workbook's list of sheets, and then the sheets. */
async function writeSheets(parts: Cell[][][], mostRows?: number): Promise<string[]> {
  const { workbook, sheets } = await writeParts(parts, mostRows);
  return [workbook, ...sheets];
}

async function writeParts(parts: Cell[][][], mostRows?: number) {
  async function* rows(): Rows {
    yield* parts;
  }
  const written: Uint8Array[] = [];
  for await (const part of toXlsx(rows(), { clock, mostRows })) written.push(part);
  const files = unzipSync(Buffer.concat(written));
  const texts = Object.entries(files).map(([name, bytes]) => [name, strFromU8(bytes)] as const);
  const named = new Map(texts);
  const sheets = texts.filter(([name]) => name.startsWith("xl/worksheets/")).map(([, text]) => text);
  return { workbook: named.get("xl/workbook.xml") ?? "", styles: named.get("xl/styles.xml") ?? "", sheets };
}

/** The cells as a spreadsheet shows them. */
function readCells(sheet: string): (string | number | null)[][] {
  const entities: Record<string, string> = { lt: "<", gt: ">", amp: "&", quot: '"', "#39": "'" };
  const toText = (text: string) =>
    text
      .replace(/&(#?\w+);/g, (_, name: string) => entities[name] ?? "?")
      .replace(/_x([\dA-F]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
  return [...sheet.matchAll(/<row>(.*?)<\/row>/g)].map(([, row = ""]) =>
    [...row.matchAll(/<c\/>|<c [^>]*>(?:<is><t[^>]*>(.*?)<\/t><\/is>|<v>(.*?)<\/v>)<\/c>/g)].map(
      ([, text, value]) => {
        if (text !== undefined) return toText(text);
        return value === undefined ? null : Number(value);
      },
    ),
  );
}
