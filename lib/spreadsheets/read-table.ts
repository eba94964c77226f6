import { fail, ok, type Result } from "@/lib/core/result";
import { decodeText } from "@/lib/spreadsheets/decode-text";
import { readCsv } from "@/lib/spreadsheets/read-csv";
import { type Table, TableError, type TableFailure, tableLimits } from "@/lib/spreadsheets/table";
import { unzipTexts } from "@/lib/spreadsheets/unzip-file";
import { readSheet } from "@/lib/spreadsheets/xlsx-sheet";
import { readStyles } from "@/lib/spreadsheets/xlsx-styles";
import { readSharedStrings, readWorkbook } from "@/lib/spreadsheets/xlsx-workbook";

/** Reads a CSV or XLSX file, whatever its name says. It takes up to seconds, so it runs in the drawing process. */
export function readTable({ bytes }: { bytes: Uint8Array }): Result<Table, TableFailure> {
  try {
    if (bytes.byteLength > tableLimits.fileBytes) return fail({ code: "table_too_large" });
    const table = read(bytes);
    return table.rows.length === 0 ? fail({ code: "table_empty" }) : ok(table);
  } catch (error) {
    if (error instanceof TableError) return fail(error.failure);
    throw error;
  }
}

function read(bytes: Uint8Array): Table {
  if (beginsWith(bytes, [0x50, 0x4b, 3, 4])) return readXlsx(bytes);
  // Excel's format until 2003, and that of a workbook with a password.
  if (beginsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) throw new TableError({ code: "table_old_excel" });
  const text = decodeText(bytes);
  if (text === null) throw new TableError({ code: "table_unreadable" });
  // Some programs name a web page `.xls`.
  if (/^\s*(?:<!doctype|<html|<\?xml|\{\\rtf|%PDF)/i.test(text))
    throw new TableError({ code: "table_other_program" });
  return readCsv(text);
}

function beginsWith(bytes: Uint8Array, start: readonly number[]): boolean {
  return start.every((byte, index) => bytes[index] === byte);
}

const wantedFiles =
  /^(?:_rels\/\.rels|mimetype|Index\/.*|xl\/(?:workbook\d*\.xml|_rels\/[^/]*\.rels|sharedStrings\.xml|styles\.xml|worksheets\/[^/]*\.xml))$/i;

function readXlsx(bytes: Uint8Array): Table {
  const files = unzipTexts(bytes, (name) => wantedFiles.test(name));
  // LibreOffice and Numbers have zip files too.
  if (!files.has("_rels/.rels")) throw new TableError({ code: "table_other_program" });
  const { sheets, startsIn1904 } = readWorkbook(files);
  const visible = sheets.filter(({ isHidden }) => !isHidden);
  // Word has such files too.
  if (sheets.length === 0) throw new TableError({ code: "table_other_program" });
  const facts = {
    strings: readSharedStrings(files.get("xl/sharedStrings.xml")),
    ...readStyles(files.get("xl/styles.xml")),
    startsIn1904,
  };
  // A sheet may be a chart, and the first one a cover without cells. Each file is read once, however many sheets name it.
  const read = visible.flatMap(({ name, path }) => {
    const xml = files.get(path);
    files.delete(path);
    return xml === undefined ? [] : [{ name, xml }];
  });
  for (const { name, xml } of read) {
    const { rows, hiddenRows } = readSheet(xml, facts);
    if (rows.length === 0 && name !== read.at(-1)?.name) continue;
    return {
      rows,
      notes: { ...(hiddenRows > 0 && { hiddenRows }), ...(visible.length > 1 && { sheet: name }) },
    };
  }
  throw new TableError({ code: "table_damaged" });
}
