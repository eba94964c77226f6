import { createInterface } from "node:readline";
import type { Readable } from "node:stream";
import type { RowCounts } from "@/bin/backup/count-rows";

/** Counts the rows of each table in the script that `pg_restore --data-only` writes of a dump. */
export async function countScript(script: Readable): Promise<RowCounts> {
  const counts: RowCounts = {};
  let table: string | null = null;
  for await (const line of createInterface({ input: script, crlfDelay: Number.POSITIVE_INFINITY })) {
    if (table !== null) {
      // In the data a backslash is written as two, so that only the end of a table reads like this.
      if (line === "\\.") table = null;
      else counts[table] = (counts[table] ?? 0) + 1;
      continue;
    }
    const [, name] = /^COPY (.+?) +(?:\(.*\) )?FROM stdin;$/.exec(line) ?? [];
    if (name === undefined) continue;
    table = name;
    counts[name] ??= 0;
  }
  return counts;
}
