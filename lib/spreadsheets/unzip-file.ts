import { unzipSync } from "fflate";
import { TableError, tableLimits } from "@/lib/spreadsheets/table";

/** A workbook has a dozen files, and a few for each sheet. */
const mostFiles = 2_000;

/**
 * The texts of the wanted files in a zip file. Sizes are those that the file states, and no more than stated is
 * decompressed, so that a small file cannot become a huge one.
 * @throws {TableError} when it is damaged or holds too much.
 */
export function unzipTexts(bytes: Uint8Array, isWanted: (name: string) => boolean): Map<string, string> {
  let files = 0;
  let total = 0;
  const unpacked = orDamaged(() =>
    unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        files += 1;
        if (files > mostFiles) throw new TableError({ code: "table_too_large" });
        if (!isWanted(name)) return false;
        total += originalSize;
        if (total > tableLimits.unpackedBytes) throw new TableError({ code: "table_too_large" });
        return true;
      },
    }),
  );
  const decoder = new TextDecoder();
  return new Map(Object.entries(unpacked).map(([name, content]) => [name, decoder.decode(content)]));
}

function orDamaged<T>(unzip: () => T): T {
  try {
    return unzip();
  } catch (error) {
    throw error instanceof TableError ? error : new TableError({ code: "table_damaged" });
  }
}
