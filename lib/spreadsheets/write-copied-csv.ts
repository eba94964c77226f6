import { byteOrderMark, type CsvStyle, csvLine } from "@/lib/core/csv";
import type { LocalClock } from "@/lib/core/local-time";
import { remember } from "@/lib/core/remember";
import { safeText } from "@/lib/core/safe-text";
import { findEnd, isNull, readMilliseconds } from "@/lib/spreadsheets/copied-field";
import {
  type CopiedColumn,
  type CopiedTable,
  readText,
  readTime,
  withPoint,
} from "@/lib/spreadsheets/copied-table";
import { copyPlainText } from "@/lib/spreadsheets/copy-plain-text";
import { Sheet } from "@/lib/spreadsheets/sheet";
import { timeWriter } from "@/lib/spreadsheets/write-time";

/** Written at once, in two or three milliseconds, for which other requests wait. */
const pieceBytes = 128 * 1024;

/** A copied table as a CSV file, in parts as its rows come: byte for byte what `toCsv` writes of its cells. */
export async function* copiedToCsv(
  { columns, parts }: CopiedTable,
  style: CsvStyle,
  clock: LocalClock,
): AsyncGenerator<Uint8Array> {
  const names = columns.map(({ name }) => name);
  let head = byteOrderMark + csvLine(names, style, clock);
  const writers = columns.map((column) => toWriter(column, style, clock));
  const separator = style.separator.charCodeAt(0);
  const sheet = new Sheet();
  for await (const { bytes } of parts) {
    sheet.begin(bytes.length);
    sheet.text(head);
    head = "";
    for (let place = 0; place < bytes.length; ) {
      if (sheet.at > pieceBytes) {
        yield sheet.take();
        sheet.begin(bytes.length);
      }
      for (let column = 0; column < writers.length; column++) {
        if (column > 0) sheet.byte(separator);
        place = writers[column]?.(bytes, place, sheet) ?? place;
      }
      sheet.makeRoom(1);
      sheet.byte(carriageReturn);
      sheet.byte(lineFeed);
    }
    if (sheet.at > 0) yield sheet.take();
  }
}

const [carriageReturn, lineFeed] = [0x0d, 0x0a];

/** Writes the cell that begins at a place of the copied rows. Answers where the next one begins. */
type Write = (from: Buffer, start: number, to: Sheet) => number;

function toWriter(column: CopiedColumn, style: CsvStyle, clock: LocalClock): Write {
  switch (column.kind) {
    case "same": {
      const text = Buffer.from(safeText(column.text));
      return (_, start, to) => {
        to.copy(text);
        return start;
      };
    }
    case "text": {
      const { words } = column;
      return words ? eachText((text) => safeText(words[text] ?? text)) : writeText;
    }
    case "key":
      return eachText((text) => safeText(column.names.get(text) ?? ""));
    case "number":
      return eachField(copyBytes);
    case "hundredths":
      return eachField(withMark(style.decimalMark));
    case "time": {
      const write = timeWriter(clock, style.for === "programs");
      return eachField((from, start, end, to) => {
        const at = readMilliseconds(from, start, end);
        write(Number.isNaN(at) ? readTime(from.toString("latin1", start, end)).getTime() : at, to);
      });
    }
  }
}

function writeText(from: Buffer, start: number, to: Sheet): number {
  if (isNull(from, start)) return start + 3;
  const copied = copyPlainText(from, start, to.bytes, to.at);
  if (copied < 0) return writeCarefully(from, start, to);
  to.at += copied;
  return start + copied + 1;
}

const writeCarefully = eachField((from, start, end, to) =>
  to.text(safeText(readText(from.toString("utf8", start, end)))),
);

/** For texts of which there are few. */
function eachText(toText: (text: string) => string): Write {
  const write = remember(mostTexts, (text: string) => Buffer.from(toText(readText(text))));
  return eachField((from, start, end, to) => to.copy(write(from.toString("latin1", start, end))));
}

const mostTexts = 2_000;

/** Nothing is written of what is null or empty. */
function eachField(write: (from: Buffer, start: number, end: number, to: Sheet) => void): Write {
  return (from, start, to) => {
    if (isNull(from, start)) return start + 3;
    const end = findEnd(from, start);
    if (end > start) write(from, start, end, to);
    return end + 1;
  };
}

function copyBytes(from: Buffer, start: number, end: number, to: Sheet): void {
  for (let place = start; place < end; place++) to.byte(from[place] ?? 0);
}

function withMark(decimalMark: string) {
  const mark = decimalMark.charCodeAt(0);
  return (from: Buffer, start: number, end: number, to: Sheet) => {
    // Less than one has a zero before the mark, and a minus is no digit.
    if (end - start < 4)
      return to.text(withPoint(from.toString("latin1", start, end)).replace(".", decimalMark));
    to.makeRoom(1);
    copyBytes(from, start, end - 2, to);
    to.byte(mark);
    copyBytes(from, end - 2, end, to);
  };
}
