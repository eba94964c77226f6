import { cp, readdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";

/** The tables with by far the most rows. */
export const partitioned = ["payment_links", "link_sightings", "audit_events", "audit_seals"] as const;
const pieces = 4;

/** Copies the migrations so that they make the largest tables in hash partitions by merchant. Nothing else differs. */
export async function partitionedMigrations(directory: string): Promise<string> {
  const copy = path.join(directory, "migrations");
  await cp("prisma/migrations", copy, { recursive: true });
  for (const name of await readdir(copy)) {
    const file = path.join(copy, name, "migration.sql");
    const sql = await readFile(file, "utf8").catch(() => null);
    if (sql !== null) await writeFile(file, partitioned.reduce(inPieces, sql));
  }
  return copy;
}

function inPieces(sql: string, table: string): string {
  return sql.replace(new RegExp(`^CREATE TABLE "${table}" \\([\\s\\S]*?^\\);`, "m"), (made) => {
    const parts = Array.from(
      { length: pieces },
      (_, rest) =>
        `CREATE TABLE "${table}_${rest}" PARTITION OF "${table}" FOR VALUES WITH (MODULUS ${pieces}, REMAINDER ${rest});`,
    );
    return [made.replace(/;$/, ' PARTITION BY HASH ("merchant_id");'), ...parts].join("\n");
  });
}
