import { strToU8, zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { readTable } from "@/lib/spreadsheets/read-table";
import { tableLimits } from "@/lib/spreadsheets/table";
import { startProcessorClock } from "@/tests/support/processor-clock";
import { xlsx } from "@/tests/support/xlsx";

const utf8 = (text: string) => new TextEncoder().encode(text);

function utf16(text: string, { bigEndian = false, mark = true } = {}): Uint8Array {
  const units = [...((mark ? "\uFEFF" : "") + text)].map((character) => character.charCodeAt(0));
  return new Uint8Array(
    units.flatMap((unit) => (bigEndian ? [unit >> 8, unit & 255] : [unit & 255, unit >> 8])),
  );
}

function latin(text: string): Uint8Array {
  return new Uint8Array([...text].map((character) => (character === "€" ? 0x80 : character.charCodeAt(0))));
}

function readRows(bytes: Uint8Array) {
  const table = readTable({ bytes });
  if (!table.ok) throw new Error(table.code);
  return table.value.rows.map(({ place, cells }) => [place, ...cells]);
}

const spanish = 'Concepto;Monto\r\n"Año; niñez";1.234,50\r\n';
const spanishRows = [
  [1, "Concepto", "Monto"],
  [2, "Año; niñez", "1.234,50"],
];

describe("a text", () => {
  test.each([
    ["UTF-8", utf8(spanish)],
    ["UTF-8 with a byte order mark", utf8(`\uFEFF${spanish}`)],
    ["UTF-16", utf16(spanish)],
    ["UTF-16 with the high byte first", utf16(spanish, { bigEndian: true })],
    ["UTF-16 without a mark", utf16(spanish, { mark: false })],
    ["Windows-1252", latin(spanish)],
    ["a named separator", utf8(`sep=;\r\n${spanish}`)],
    ["tabs", utf8('Concepto\tMonto\n"Año; niñez"\t1.234,50')],
    ["commas", utf8('Concepto,Monto\n"Año; niñez","1.234,50"')],
  ])("in %s is read", (_, bytes) => {
    expect(readRows(bytes)).toEqual(spanishRows);
  });

  test("of Windows has its own characters", () => {
    expect(readRows(latin("Caña,€ 5\nTé,€ 6"))).toEqual([
      [1, "Caña", "€ 5"],
      [2, "Té", "€ 6"],
    ]);
  });

  test("keeps line breaks in quotes, and counts rows as a spreadsheet does, empty ones too", () => {
    expect(readRows(utf8('a,b\n\n"two\nlines",2\n,\n c ,3\n'))).toEqual([
      [1, "a", "b"],
      [3, "two\nlines", "2"],
      [5, "c", "3"],
    ]);
  });

  test("may end its lines in several ways, as one does that was put together from others", () => {
    const lines = 'a,"x, y"\nb,"1.50"\r\n"c","2"\rd,3';
    const rows = [
      [1, "a", "x, y"],
      [2, "b", "1.50"],
      [3, "c", "2"],
      [4, "d", "3"],
    ];
    expect(readRows(utf8(lines))).toEqual(rows);
    expect(readRows(utf8(`sep=,\r${lines}`))).toEqual(rows);
  });

  test("may have spaces before its quotes, and a character at its end", () => {
    expect(readRows(utf8('Concepto, Monto\n\n"Torta, grande", "5.00"\nPan de 12", 3\n\u001a'))).toEqual([
      [1, "Concepto", "Monto"],
      [3, "Torta, grande", "5.00"],
      [4, 'Pan de 12"', "3"],
    ]);
    expect(readRows(utf8('a\t\t"b"\n\t\tc'))).toEqual([
      [1, "a", "", "b"],
      [2, "", "", "c"],
    ]);
  });

  test("in UTF-8 with a damaged place has damage there only", () => {
    const bytes = new Uint8Array([...utf8("Año,1\nNiña,2\nCaf"), 0xc3]);
    expect(readRows(bytes)).toEqual([
      [1, "Año", "1"],
      [2, "Niña", "2"],
      [3, "Caf\uFFFD"],
    ]);
  });

  test("with commas between columns and before decimals has its amounts whole", () => {
    expect(readRows(utf8("Concepto,Monto,Cliente\nTorta,12,50,Ana\nPan,3,Eva\nTé,$1.003,00,Luis"))).toEqual([
      [1, "Concepto", "Monto", "Cliente"],
      [2, "Torta", "12,50", "Ana"],
      [3, "Pan", "3", "Eva"],
      [4, "Té", "$1.003,00", "Luis"],
    ]);
    // Two columns could be meant, or a description has a comma: what is there stays as it is.
    const unclear = "Concepto,Cuotas,Monto\nTorta,2,12,50\nPan,3,10,00";
    expect(readRows(utf8(unclear))[1]).toEqual([2, "Torta", "2", "12", "50"]);
    expect(readRows(utf8("Concepto,Monto\nTorta, grande,12"))[1]).toEqual([2, "Torta", "grande", "12"]);
  });

  test("is cut between characters where a cell is too long", () => {
    const [[, cell = ""] = []] = readRows(utf8(`${"x".repeat(tableLimits.cell - 1)}🎂,1`));
    expect(cell).toBe(`${"x".repeat(tableLimits.cell - 1)}\uFFFD`);
  });

  test("with decimal commas is not split at them", () => {
    expect(readRows(utf8("Ana;1,50\nLuis;2,50"))).toEqual([
      [1, "Ana", "1,50"],
      [2, "Luis", "2,50"],
    ]);
  });

  test.each([
    ["that is empty", utf8(" \n\n ;;\n"), { code: "table_empty" }],
    ["that is none", new Uint8Array([0x89, 0x50, 1, 2, 3]), { code: "table_unreadable" }],
    ["of a web page", utf8("<html><table><tr><td>1"), { code: "table_other_program" }],
    ["of Excel 97", new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1]), { code: "table_old_excel" }],
    ["with an open quote", utf8('a,b\nc,"d\ne,f\n'), { code: "table_open_quote", place: 2 }],
    ["with too many rows", utf8("a,1\n".repeat(tableLimits.rows + 2)), { code: "table_too_many_rows" }],
    ["with too many columns", utf8(Array(60).fill("a").join()), { code: "table_too_many_columns" }],
  ])("%s is refused", (_, bytes, failure) => {
    expect(readTable({ bytes })).toEqual({ ok: false, ...failure });
  });

  test("with far too many rows is not read to its end", () => {
    const bytes = utf8("a,1\n".repeat(tableLimits.fileBytes / 4));
    const before = process.cpuUsage();
    expect(readTable({ bytes })).toEqual({ ok: false, code: "table_too_many_rows" });
    expect(process.cpuUsage(before).user / 1_000).toBeLessThan(4_000);
  });

  test("may have as many rows as the limit, and one that names the columns", () => {
    expect(readRows(utf8("a,1\n".repeat(tableLimits.rows + 1)))).toHaveLength(tableLimits.rows + 1);
  });
});

describe("a workbook", () => {
  test("has texts, numbers and dates, with the numbers of its rows", () => {
    const rows = [["Nombre", "Monto", "Fecha"], ["Ana & Co", 1234.5, { days: 45352 }], [], ["Luis", 7, ""]];
    expect(readRows(xlsx(rows))).toEqual([
      [1, "Nombre", "Monto", "Fecha"],
      [2, "Ana & Co", 1234.5, { date: "2024-03-01" }],
      [4, "Luis", 7],
    ]);
  });

  test("has formulas with their values, rich texts, truth values, and cells that are left out", () => {
    const cells = [
      '<c r="A1"><f>1+1</f><v>2</v></c>',
      '<c r="C1" t="inlineStr"><is><r><t>Dos </t></r><r><t>partes</t></r><rPh><t>x</t></rPh></is></c>',
      '<c r="D1" t="b"><v>1</v></c><c r="E1" t="e"><v>#N/A</v></c><c r="F1" t="str"><v>uno</v></c>',
    ];
    expect(readRows(xlsx([[{ xml: cells.join("") }]]))).toEqual([
      [1, 2, "", "Dos partes", "TRUE", "#N/A", "uno"],
    ]);
  });

  test("has the currencies that its numbers are shown with", () => {
    const formats = [
      '"€"#,##0.00',
      "[$USD] 0.00",
      "[$₡-140A]#,##0;[Red]-0",
      '_("R$"* 0.00_)',
      '0 "kg"',
      "[$-409]0",
      "\\S\\/ 0",
    ];
    const styles = formats.map((code, index) => ({ id: 170 + index, code: code.replaceAll('"', "&quot;") }));
    const xml = `<styleSheet><numFmts>${styles
      .map(({ id, code }) => `<numFmt numFmtId="${id}" formatCode="${code}"/>`)
      .join(
        "",
      )}</numFmts><cellXfs>${styles.map(({ id }) => `<xf numFmtId="${id}"/>`).join("")}</cellXfs></styleSheet>`;
    const cells = formats.map((_, index) => ({ xml: `<c s="${index}"><v>1.5</v></c>` }));
    const marked = (mark: string) => ({ number: 1.5, mark });
    expect(readRows(xlsx([cells], { files: { "xl/styles.xml": xml } }))).toEqual([
      [1, marked("€"), marked("USD"), marked("₡"), marked("R$"), 1.5, 1.5, marked("S/")],
    ]);
  });

  test("has numbers that it shows as percent as such, so that no share becomes an amount", () => {
    const styles =
      '<numFmts><numFmt numFmtId="170" formatCode="0.0%;-0.0%"/><numFmt numFmtId="171" formatCode="0 &quot;%&quot;"/></numFmts>';
    const formats = [9, 10, 170, 171].map((id) => `<xf numFmtId="${id}"/>`).join("");
    const xml = `<styleSheet>${styles}<cellXfs>${formats}</cellXfs></styleSheet>`;
    const cells = [0, 1, 2, 3].map((style) => ({ xml: `<c s="${style}"><v>0.145</v></c>` }));
    expect(readRows(xlsx([cells], { files: { "xl/styles.xml": xml } }))).toEqual([
      [1, "14.5%", "14.5%", "14.5%", 0.145],
    ]);
  });

  test("has the texts of merged cells in each of their rows, but no amount twice", () => {
    const cell = (reference: string, text: string) => `<c r="${reference}" t="str"><v>${text}</v></c>`;
    const rows = [
      `<row r="1">${cell("A1", "Mesa")}${cell("B1", "10")}${cell("C1", "USD")}${cell("D1", "both")}</row>`,
      `<row r="2"><c r="B2"><v>20</v></c></row>`,
      `<row r="4">${cell("A4", "Silla")}</row>`,
      `<row r="5">${cell("A5", "Banco")}</row>`,
    ].join("");
    const merged = (ranges: string[]) =>
      `<mergeCells>${ranges.map((range) => `<mergeCell ref="${range}"/>`).join("")}</mergeCells>`;
    const readMerged = (ranges: string[]) =>
      readTable({
        bytes: xlsx([], {
          files: { "xl/worksheets/sheet1.xml": `<x><sheetData>${rows}</sheetData>${merged(ranges)}</x>` },
        }),
      });
    const read = readMerged(["C1:C4", "A1:A2", "B1:B4", "D1:E1", "D2:D9", "nonsense", "A9:A1"]);
    expect(read).toMatchObject({
      ok: true,
      value: {
        rows: [
          { cells: ["Mesa", "10", "USD", "both"] },
          { cells: ["Mesa", 20, "USD"] },
          { cells: ["Silla", "", "USD"] },
          { cells: ["Banco"] },
        ],
      },
    });
    const hostile = Array.from({ length: 100_000 }, () => "C1:C1048576");
    expect(readMerged(hostile)).toEqual({ ok: false, code: "table_damaged" });
  });

  test("has texts as Excel escapes them", () => {
    expect(readRows(xlsx([["a_x000D_\nb", "_x005F_x000D_", "_xD83C_"]]))).toEqual([
      [1, "a\r\nb", "_x000D_", "\uFFFD"],
    ]);
  });

  test("that numbers its rows twice or not at all has a place for each", () => {
    const cell = '<c t="str"><v>a</v></c>';
    const xml = `<x><row r="2">${cell}</row><row r="2">${cell}</row><row r="no">${cell}</row><row r="9e9">${cell}</row></x>`;
    const read = readRows(xlsx([], { files: { "xl/worksheets/sheet1.xml": xml } }));
    expect(read.map(([place]) => place)).toEqual([2, 3, 4, 5]);
  });

  test("that begins with a chart and an empty sheet has the first sheet with cells", () => {
    const sheets = ["c", "e", "rId1"].map((id) => `<sheet name="${id}" r:id="${id}"/>`).join("");
    const target = (id: string, path: string) => `<Relationship Id="${id}" Target="${path}"/>`;
    const files = {
      "xl/workbook.xml": `<workbook xmlns:r="r"><sheets>${sheets}</sheets></workbook>`,
      "xl/_rels/workbook.xml.rels": `<R>${target("c", "chartsheets/sheet1.xml")}${target("e", "worksheets/sheet2.xml")}${target("rId1", "worksheets/sheet1.xml")}</R>`,
      "xl/worksheets/sheet2.xml": "<worksheet/>",
    };
    const read = readTable({ bytes: xlsx([["a", 1]], { files }) });
    expect(read).toMatchObject({
      ok: true,
      value: { rows: [{ cells: ["a", 1] }], notes: { sheet: "rId1" } },
    });
  });

  test("has hidden rows, which are left out and counted", () => {
    const read = readTable({
      bytes: xlsx(
        [
          ["a", 1],
          ["b", 2],
          ["c", 3],
        ],
        { hidden: [2] },
      ),
    });
    expect(read).toMatchObject({ ok: true, value: { notes: { hiddenRows: 1 } } });
    expect(
      readRows(
        xlsx(
          [
            ["a", 1],
            ["b", 2],
            ["c", 3],
          ],
          { hidden: [2] },
        ),
      ).map(([place]) => place),
    ).toEqual([1, 3]);
  });

  test("that would become huge is refused before it does", () => {
    const zeros = " ".repeat(tableLimits.unpackedBytes);
    const bytes = xlsx([["a", 1]], { files: { "xl/worksheets/sheet1.xml": zeros } });
    expect(bytes.byteLength).toBeLessThan(tableLimits.fileBytes);
    expect(readTable({ bytes })).toEqual({ ok: false, code: "table_too_large" });
  });

  test("that lies about its size gives no more than it states", () => {
    const bytes = xlsx([["a", 1]], { files: { "xl/worksheets/sheet1.xml": " ".repeat(30_000_000) } });
    const view = new DataView(bytes.buffer);
    for (let at = 0; at < bytes.length - 46; at++) {
      if (view.getUint32(at, true) === 0x02014b50 && view.getUint32(at + 24, true) === 30_000_000) {
        view.setUint32(at + 24, 100, true);
      }
    }
    const before = process.memoryUsage().arrayBuffers;
    expect(readTable({ bytes }).ok).toBe(false);
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(5_000_000);
  });

  test.each([
    ["empty cells at the end of very many rows", '<row><c r="XFD1"/></row>'.repeat(20_000), "table_empty"],
    ["rows after the last one", `<row r="${tableLimits.place}"/><row/>`, "table_too_many_rows"],
    ["cells after the last column", '<row><c r="XFE1"/></row>', "table_too_many_columns"],
    ["a cell far to the right", '<row><c r="XFD1"><v>1</v></c></row>', "table_too_many_columns"],
  ])("with %s is looked at for a moment only", (_, rows, code) => {
    const bytes = xlsx([], { files: { "xl/worksheets/sheet1.xml": `<worksheet>${rows}</worksheet>` } });
    const usedMs = startProcessorClock();
    expect(readTable({ bytes })).toEqual({ ok: false, code });
    expect(usedMs()).toBeLessThan(5_000);
  });

  test("with a long format that very many styles have is looked at for a moment only", () => {
    const styles = `<numFmt numFmtId="200" formatCode="${"[".repeat(60_000)}"/><cellXfs>${'<xf numFmtId="200"/>'.repeat(20_000)}</cellXfs>`;
    const bytes = xlsx([["a"]], { files: { "xl/styles.xml": `<styleSheet>${styles}</styleSheet>` } });
    const usedMs = startProcessorClock();
    expect(readTable({ bytes }).ok).toBe(true);
    expect(usedMs()).toBeLessThan(5_000);
  });

  test("with very many sheets in one file reads that once", () => {
    const sheets = '<sheet name="a" sheetId="1" r:id="rId1"/>'.repeat(10_000);
    const bytes = xlsx([], {
      files: {
        "xl/workbook.xml": `<workbook xmlns:r="r"><sheets>${sheets}</sheets></workbook>`,
        "xl/worksheets/sheet1.xml": `<worksheet>${"<row/>".repeat(20_000)}</worksheet>`,
      },
    });
    const usedMs = startProcessorClock();
    expect(readTable({ bytes })).toEqual({ ok: false, code: "table_empty" });
    expect(usedMs()).toBeLessThan(5_000);
  });

  test("whose cells all refer to one long text does not become huge", () => {
    const cell = { xml: '<c t="s"><v>0</v></c>' };
    const rows = Array.from({ length: 2_000 }, () => [cell, cell]);
    const files = { "xl/sharedStrings.xml": `<sst><si><t>${"a".repeat(1_000_000)}</t></si></sst>` };
    const bytes = xlsx(rows, { files });
    expect(readTable({ bytes })).toEqual({ ok: false, code: "table_too_large" });
  });

  test.each([
    ["cut off", xlsx([["a", 1]]).subarray(0, 300), "table_damaged"],
    [
      "not well formed",
      xlsx([["a", 1]], { files: { "xl/worksheets/sheet1.xml": "<worksheet><row>" } }),
      "table_damaged",
    ],
    [
      "of another program",
      new Uint8Array(zipSync({ mimetype: strToU8("application/ods") })),
      "table_other_program",
    ],
  ])("%s is refused", (_, bytes, code) => {
    expect(readTable({ bytes })).toEqual({ ok: false, code });
  });

  test("cannot define entities that grow", () => {
    const bomb =
      '<!DOCTYPE x [<!ENTITY a "aaaa">]><worksheet><row><c t="str"><v>&a;</v></c></row></worksheet>';
    const bytes = xlsx([["a"]], { files: { "xl/worksheets/sheet1.xml": bomb } });
    expect(readTable({ bytes })).toEqual({ ok: false, code: "table_damaged" });
  });
});
