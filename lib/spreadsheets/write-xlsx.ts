import escapeHtml from "escape-html";
import { Zip } from "fflate";
import { type Cell, type Rows, toOneLine } from "@/lib/core/cell";

import type { LocalClock } from "@/lib/core/local-time";
import { ZippedFile } from "@/lib/spreadsheets/zipped-file";

/** Excel reads 1,048,576 rows of a sheet, and refuses a file that has more. */
const mostRowsOfSheet = 1_000_000;

const xml = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const relations = "http://schemas.openxmlformats.org/package/2006/relationships";
const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const contents = "application/vnd.openxmlformats-officedocument.spreadsheetml";

/** The places of the formats in `styles`. */
const formats = { amount: 1, time: 2, head: 3, text: 4, count: 5 };

/** All columns have a width that shows a time and a description; the first row stays while the others scroll. */
const sheetStart = `${xml}<worksheet xmlns="${main}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols><col min="1" max="16384" width="20" customWidth="1"/></cols><sheetData>`;
const sheetEnd = "</sheetData></worksheet>";

/** Texts are quoted, so that no program reads one as a formula when somebody opens its cell and leaves it. */
const styles = `${xml}<styleSheet xmlns="${main}"><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd\\ hh:mm:ss"/></numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="6"><xf/><xf numFmtId="4" applyNumberFormat="1"/><xf numFmtId="164" applyNumberFormat="1"/><xf fontId="1" applyFont="1"/><xf quotePrefix="1"/><xf numFmtId="3" applyNumberFormat="1"/></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;

/**
 * A table as an Office Open XML workbook (ECMA-376), in parts as its rows come. Texts are cells of text, which no
 * program reads as a formula, a number or a date.
 */
export async function* toXlsx(
  rows: Rows,
  { clock, mostRows = mostRowsOfSheet }: { clock: LocalClock; mostRows?: number | undefined },
): AsyncGenerator<Uint8Array> {
  const written: Uint8Array[] = [];
  const zip = new Zip((error, data) => {
    if (error) throw error;
    written.push(data);
  });
  const begin = (name: string) => {
    const file = new ZippedFile(name);
    zip.add(file);
    return file;
  };
  const beginSheet = async (number: number) => {
    const file = begin(`xl/worksheets/sheet${number}.xml`);
    await file.write(sheetStart);
    return file;
  };
  let [sheets, count, head] = [1, 0, ""];
  let sheet = await beginSheet(1);
  try {
    for await (const part of rows) {
      let text = "";
      for (const cells of part) {
        head ||= toRow(cells, clock, formats.head);
        if (count === mostRows) {
          await sheet.end(text + sheetEnd);
          sheets++;
          sheet = await beginSheet(sheets);
          [text, count] = [head, 1];
        }
        text += count === 0 ? head : toRow(cells, clock);
        count++;
      }
      await sheet.write(text);
      yield* written.splice(0);
    }
    await sheet.end(sheetEnd);
    for (const [name, text] of workbook(sheets)) await begin(name).end(text);
  } finally {
    sheet.close();
  }
  zip.end();
  yield* written.splice(0);
}

function toRow(cells: readonly Cell[], clock: LocalClock, textFormat = formats.text): string {
  return `<row>${cells.map((cell) => toCell(cell, clock, textFormat)).join("")}</row>`;
}

function toCell(cell: Cell, clock: LocalClock, textFormat: number): string {
  if (cell === null) return "<c/>";
  if (typeof cell === "string")
    return `<c t="inlineStr" s="${textFormat}"><is><t xml:space="preserve">${toText(cell)}</t></is></c>`;
  // An amount is written with its decimals, and a count has none.
  if ("number" in cell)
    return `<c s="${cell.number.includes(".") ? formats.amount : formats.count}"><v>${cell.number}</v></c>`;
  const days = "date" in cell ? toDayNumber(cell.date) : shownDays(cell.time.getTime(), clock);
  return `<c s="${formats.time}"><v>${days}</v></c>`;
}

/** What is not written as it is. Few texts have any of it. */
const special = /[\p{Cc}\u2028\u2029\uFFFE\uFFFF_&<>"']/u;

/** Excel reads `_x0041_` in a text as the character with that number, so that such an underscore is written as one. */
function toText(text: string): string {
  if (!special.test(text)) return text;
  return escapeHtml(
    toOneLine(text)
      .replace(/[\uFFFE\uFFFF]/g, "\uFFFD")
      .replace(/_(?=x[\dA-F]{4}_)/gi, "_x005F_"),
  );
}

const dayMs = 24 * 60 * 60 * 1_000;
/** From the last day of 1899, from which a spreadsheet counts days, to 1970. */
const epochDays = 25_569;

/** A moment as a clock shows it, to the second. */
function shownDays(at: number, clock: LocalClock): number {
  return (Math.floor((at + clock.getOffsetMs(at)) / 1_000) * 1_000) / dayMs + epochDays;
}

/** `2026-11-22T07:05:09`, or a day alone. */
function toDayNumber(dateAndTime: string): number {
  const [day = "", time = "00:00:00"] = dateAndTime.split(/[ T]/);
  return Date.parse(`${day}T${time}Z`) / dayMs + epochDays;
}

/** The parts of the file that say what the others are. */
function workbook(sheets: number): [name: string, text: string][] {
  const numbers = Array.from({ length: sheets }, (_, index) => index + 1);
  const overrides = numbers.map(
    (number) =>
      `<Override PartName="/xl/worksheets/sheet${number}.xml" ContentType="${contents}.worksheet+xml"/>`,
  );
  const list = numbers.map((number) => `<sheet name="${number}" sheetId="${number}" r:id="rId${number}"/>`);
  const links = numbers.map(
    (number) =>
      `<Relationship Id="rId${number}" Type="${office}/worksheet" Target="worksheets/sheet${number}.xml"/>`,
  );
  return [
    [
      "[Content_Types].xml",
      `${xml}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${contents}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${contents}.styles+xml"/>${overrides.join("")}</Types>`,
    ],
    [
      "_rels/.rels",
      `${xml}<Relationships xmlns="${relations}"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ],
    [
      "xl/workbook.xml",
      `${xml}<workbook xmlns="${main}" xmlns:r="${office}"><sheets>${list.join("")}</sheets></workbook>`,
    ],
    [
      "xl/_rels/workbook.xml.rels",
      `${xml}<Relationships xmlns="${relations}">${links.join("")}<Relationship Id="rIdStyles" Type="${office}/styles" Target="styles.xml"/></Relationships>`,
    ],
    ["xl/styles.xml", styles],
  ];
}
