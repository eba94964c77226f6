import { readXml } from "@/lib/spreadsheets/read-xml";
import {
  type Cell,
  cellText,
  RowCollector,
  TableError,
  type TableRow,
  tableLimits,
} from "@/lib/spreadsheets/table";
import type { Styles } from "@/lib/spreadsheets/xlsx-styles";
import { unescapeText } from "@/lib/spreadsheets/xlsx-workbook";

type Facts = Styles & { strings: readonly string[]; startsIn1904: boolean };

/** The rows of a sheet, and how many with content are hidden. Cells with a formula have the value it had. */
export function readSheet(xml: string, facts: Facts): { rows: TableRow[]; hiddenRows: number } {
  const collector = new RowCollector();
  let hiddenRows = 0;
  let row = { place: 0, isHidden: false, cells: [] as Cell[] };
  let cell = { column: -1, type: "n", style: 0, value: "" };
  let isValue = false;
  let isHint = false;
  readXml(xml, {
    open: (name, attributes) => {
      if (name === "row") {
        const isHidden = /^(?:1|true)$/.test(attributes.hidden ?? "");
        row = { place: findPlace(attributes.r, row.place), isHidden, cells: [] };
        cell = { ...cell, column: -1 };
      } else if (name === "c") {
        const column = findColumn(attributes.r) ?? cell.column + 1;
        if (column > lastColumn) throw new TableError({ code: "table_too_many_columns" });
        cell = { column, type: attributes.t ?? "n", style: Number(attributes.s ?? 0), value: "" };
      } else if (name === "mergeCell") {
        const merged = readRange(attributes.ref);
        if (merged) collector.repeatDown(merged);
      } else if (name === "rPh") isHint = true;
      isValue = name === "v" || (name === "t" && !isHint);
    },
    text: (text) => {
      if (isValue) cell.value += text;
    },
    close: (name) => {
      if (name === "v" || name === "t") isValue = false;
      else if (name === "rPh") isHint = false;
      else if (name === "c") {
        const content = toCell(cell, facts);
        // What is empty takes no room, however far to the right it is; of what is too far, one cell says that it is.
        if (cellText(content) !== "") row.cells[Math.min(cell.column, tableLimits.columns)] = content;
      } else if (name === "row") {
        if (!row.isHidden) collector.add(row.place, row.cells);
        else if (row.cells.length > 0) hiddenRows += 1;
      }
    },
  });
  return { rows: collector.rows, hiddenRows };
}

/** Column XFD, the last of a spreadsheet, counted from 0. */
const lastColumn = 16_383;

/**
 * Each row has a place of its own, after the one before, whatever a damaged file says.
 * @throws {TableError} beyond the last row of a spreadsheet.
 */
function findPlace(given: string | undefined, before: number): number {
  if (before === tableLimits.place) throw new TableError({ code: "table_too_many_rows" });
  const place = Number(given);
  return Number.isInteger(place) && place > before && place <= tableLimits.place ? place : before + 1;
}

/** `AB12` is column 27, counted from 0. */
function findColumn(reference: string | undefined): number | null {
  const [, letters] = /^([A-Z]{1,3})\d+$/.exec(reference ?? "") ?? [];
  if (letters === undefined) return null;
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

/** The first column of `A2:B4`, and its rows; null when it is in one row. The sheet names them after all its cells. */
function readRange(reference: string | undefined): { column: number; from: number; to: number } | null {
  const [start, end] = reference?.split(":") ?? [];
  const column = findColumn(start);
  const [from, to] = [start, end].map((cell) => Number(cell?.replace(/^[A-Z]+/, "")));
  return column !== null && from !== undefined && to !== undefined && from < to ? { column, from, to } : null;
}

function toCell({ type, style, value }: { type: string; style: number; value: string }, facts: Facts): Cell {
  if (type === "s") return facts.strings[Number(value)] ?? "";
  if (type === "b") return value === "1" ? "TRUE" : "FALSE";
  if (type === "d") return { date: value.slice(0, 10) };
  if (type !== "n" || value === "") return unescapeText(value);
  const number = Number(value);
  if (!Number.isFinite(number)) return value;
  if (facts.dateStyles.has(style)) return { date: toDate(number, facts.startsIn1904) };
  if (facts.percentStyles.has(style)) return `${Number((number * 100).toPrecision(15))}%`;
  const mark = facts.markByStyle.get(style);
  return mark === undefined ? number : { number, mark };
}

const dayMs = 24 * 60 * 60 * 1_000;

/** Days are counted from 1900, with a 29 February that this year did not have, or from 1904. */
function toDate(days: number, startsIn1904: boolean): string {
  const start = startsIn1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, days < 60 ? 31 : 30);
  const date = new Date(start + Math.floor(days) * dayMs);
  return Number.isNaN(date.getTime()) ? String(days) : date.toISOString().slice(0, 10);
}
