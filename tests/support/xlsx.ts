import { strToU8, zipSync } from "fflate";

/** A cell of a test's workbook: a text, a number, a date by its number of days, or XML of its own. */
export type XlsxCell = string | number | { days: number } | { xml: string };

const rels = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

/** A workbook as Excel writes it: shared strings, and one style for dates. */
export function xlsx(
  rows: XlsxCell[][],
  { hidden = [], files = {} }: { hidden?: number[]; files?: Record<string, string> } = {},
): Uint8Array<ArrayBuffer> {
  const strings: string[] = [];
  const lines = rows.map((cells, row) => {
    const written = cells
      .map((cell, column) => toXml(cell, `${toLetters(column)}${row + 1}`, strings))
      .join("");
    return `<row r="${row + 1}"${hidden.includes(row + 1) ? ' hidden="1"' : ""}>${written}</row>`;
  });
  const parts = {
    "_rels/.rels": `<Relationships><Relationship Id="r1" Type="${rels}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    "xl/workbook.xml": `<workbook xmlns="${main}" xmlns:r="${rels}"><sheets><sheet name="Hoja 1" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": `<Relationships><Relationship Id="rId1" Type="${rels}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    "xl/styles.xml": `<styleSheet xmlns="${main}"><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>`,
    "xl/sharedStrings.xml": `<sst xmlns="${main}">${strings.map((text) => `<si><t>${escapeXml(text)}</t></si>`).join("")}</sst>`,
    "xl/worksheets/sheet1.xml": `<worksheet xmlns="${main}"><sheetData>${lines.join("")}</sheetData></worksheet>`,
    ...files,
  };
  return new Uint8Array(
    zipSync(Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, strToU8(xml)]))),
  );
}

function toXml(cell: XlsxCell, reference: string, strings: string[]): string {
  if (typeof cell === "number") return `<c r="${reference}"><v>${cell}</v></c>`;
  if (typeof cell === "string") {
    strings.push(cell);
    return `<c r="${reference}" t="s"><v>${strings.length - 1}</v></c>`;
  }
  return "xml" in cell ? cell.xml : `<c r="${reference}" s="1"><v>${cell.days}</v></c>`;
}

function toLetters(column: number): string {
  const letter = String.fromCharCode(65 + (column % 26));
  return column < 26 ? letter : toLetters(Math.floor(column / 26) - 1) + letter;
}

function escapeXml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
}
