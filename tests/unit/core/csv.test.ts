import { describe, expect, test } from "vitest";
import type { Cell } from "@/lib/core/cell";
import { csvForExcel, csvForPrograms, csvLine } from "@/lib/core/csv";
import { clockIn } from "@/lib/core/local-time";

const signs = [..."=+-@＝＋－＠﹦⁺−"];

describe("a line of CSV", () => {
  test.each([
    ["plain", "plain"],
    ["two, with a comma", '"two, with a comma"'],
    ['a "quoted" word', '"a ""quoted"" word"'],
    [" padded ", '" padded "'],
    ["=1+1", "'=1+1"],
    ["+506 8888", "'+506 8888"],
    ["-5", "'-5"],
    ["@cmd", "'@cmd"],
    ['=HYPERLINK("x",1)', '"\'=HYPERLINK(""x"",1)"'],
    ["Cafe;=1+1;", '"Cafe;\'=1+1;"'],
    ["two\nlines", "two lines"],
    ["Mesa 4 - almuerzo", "Mesa 4 - almuerzo"],
    ["pan 2+1 @ana", "pan 2+1 @ana"],
    ["K7Q4", "K7Q4"],
    ["café de 2 a 3 pesos", "café de 2 a 3 pesos"],
    ["https://pay.example/link?a=1-2", "https://pay.example/link?a=1-2"],
    ["1a2e-4d5b", "1a2e-4d5b"],
    ["true 5 falso x", "true 5 falso x"],
  ])("writes %j as %s", (cell, written) => {
    expect(line([cell])).toBe(`${written}\r\n`);
  });

  test.each([
    ...["2E45", "2e45", "1-2", "00123", "12345678901234567", "1/2", "10:30", "3.14", "1,5", "50%", "₡500"],
    ...["MAR2", "2DEC", "ENE5", "2 de mayo", "May 5", "3 PM", "12AM", "TRUE", "verdadero", "(5)", "١٢٣"],
    ...[
      "192.168.100.200",
      "2026-11-28",
      "1 1/2",
      "$5",
      "10:30 a.m.",
      "5-Ene",
      "1e2-4d5a",
      "a 10 de agosto",
      "falso",
    ],
  ])("keeps the text %s a text", (cell) => {
    const [written] = parse(line([cell]), ",");
    expect(written).toBe(`'${cell}`);
  });

  test("leaves numbers, times and nothing as they are", () => {
    expect(line([{ number: "-5.00" }, null, "a"])).toBe("-5.00,,a\r\n");
    const style = csvForExcel(",");
    expect(line([{ number: "-5.00" }, null, "a"], style)).toBe("-5,00;;a\r\n");
    const time = new Date("2026-11-22T13:05:09.120Z");
    expect(line([{ time }])).toBe("2026-11-22T07:05:09.120-06:00\r\n");
    expect(line([{ time }], style)).toBe("2026-11-22 07:05:09\r\n");
    expect(csvForExcel(".").separator).toBe(",");
  });

  const before = ["", " ", "\u00a0", "\u200b", "\ufeff", "\u202e", '"', "'", "\u00ad", ' "', "“"];
  const cuts = [";", ",", "\t", "|", "\n", "\r\n", ":", "^", "~", "\u2028"];
  const texts = signs.flatMap((sign) =>
    before.flatMap((lead) => [
      `${lead}${sign}1+1`,
      ...cuts.map((cut) => `Cafe${cut}${lead}${sign}cmd|' /C calc'!A0${cut}`),
    ]),
  );

  test.each([csvForPrograms, csvForExcel(","), csvForExcel(".")])(
    "holds no formula, whatever it is cut by: $for, $separator",
    (style) => {
      const formulas: string[] = [];
      for (const text of texts) {
        for (const separator of [",", ";", "\t", "|", ":", "^", "~"]) {
          const file = line([{ number: "1.00" }, text, "next"], style);
          for (const cell of parse(file, separator)) {
            const seen = cell.replace(/^[\s\p{Cf}"“‘’]*/u, "");
            if (signs.includes(seen[0] ?? ""))
              formulas.push(`${JSON.stringify(text)} by ${separator}: ${cell}`);
          }
        }
      }
      expect(formulas).toEqual([]);
    },
  );

  test("holds no call where spaces part the cells", () => {
    for (const text of ["x =1+1", "x @SUM(1)", "x +cmd|' /C calc'!A0", "x -2+3+cmd|'x'!A0"]) {
      for (const cell of line([text]).split(/[\s"]/)) expect(cell, text).not.toMatch(/^[=+\-@]/);
    }
  });

  test("is one line, with as many cells as were given", () => {
    const file = line(["a\r\nb", 'c;"d"\n', "e\u0000\u0085f"]);
    expect(file.split("\r\n")).toHaveLength(2);
    expect(parse(file, ",")).toEqual(["a b", 'c;"d" ', "e f"]);
  });
});

/** The cells as a spreadsheet splits a file: quotes count where they begin a cell. */
function parse(file: string, separator: string): string[] {
  const cells: string[] = [];
  let rest = file.trimEnd();
  for (;;) {
    const quoted = /^"((?:[^"]|"")*)"/.exec(rest);
    const body = quoted ? (quoted[1] ?? "").replaceAll('""', '"') : "";
    rest = rest.slice(quoted?.[0].length ?? 0);
    const end = rest.indexOf(separator);
    cells.push(body + (end < 0 ? rest : rest.slice(0, end)));
    if (end < 0) return cells;
    rest = rest.slice(end + separator.length);
  }
}

function line(cells: Cell[], style = csvForPrograms): string {
  return csvLine(cells, style, clockIn("America/Costa_Rica"));
}
