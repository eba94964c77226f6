import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { Readable } from "node:stream";
import pg from "pg";
import { afterAll, beforeEach, expect, it, vi } from "vitest";
import { backup } from "@/bin/admin/backup";
import { doctor } from "@/bin/admin/doctor";
import { restore } from "@/bin/admin/restore";
import { countScript } from "@/bin/backup/count-dump";
import { beginSnapshot, countRows } from "@/bin/backup/count-rows";
import { giveBackupRights } from "@/bin/database/backup-rights";
import { giveFunctions } from "@/bin/database/give-functions";
import { insertMerchant } from "@/tests/fixtures/merchant";
import { freshDatabase } from "@/tests/support/database";
import { writePostgresPrograms } from "@/tests/support/postgres-programs";

const { url, adminUrl } = await freshDatabase();
const owner = new pg.Client({ connectionString: url });
const admin = new pg.Client({ connectionString: adminUrl });
await Promise.all([owner.connect(), admin.connect()]);
const folder = await mkdtemp(path.join(tmpdir(), "cobro-backup-"));
process.env.PG_BIN = folder;
const target = path.join(folder, "target");
afterAll(async () => {
  await Promise.all([owner.end(), admin.end()]);
  await rm(folder, { recursive: true });
});

for (const slug of ["sol", "luna"]) await insertMerchant(admin, { slug });

let lines: string[];
beforeEach(() => {
  lines = [];
  for (const level of ["log", "error"] as const) {
    vi.spyOn(console, level).mockImplementation((_, line) => lines.push(String(line)));
  }
});

/** What a dump without any loss would read like. */
async function wholeScript(): Promise<string> {
  await beginSnapshot(owner);
  const counts = await countRows(owner);
  await owner.query("ROLLBACK");
  return Object.entries(counts)
    .map(([name, count]) => `COPY ${name} (id) FROM stdin;\n${"1\n".repeat(count)}\\.\n`)
    .join("\n");
}

it("sees every merchant's rows, of which the owner sees none", async () => {
  expect((await owner.query("SELECT FROM merchants")).rowCount).toBe(0);
  await beginSnapshot(owner);
  const counts = await countRows(owner);
  await expect(owner.query("DELETE FROM merchants")).rejects.toThrow(/permission denied|read-only/);
  await owner.query("ROLLBACK");
  expect(counts).toMatchObject({ "public.merchants": 2, "graphile_worker._private_jobs": 0 });
});

it("counts the rows of a dump, whatever they hold", async () => {
  const script = [
    "SET x = 1;",
    "COPY public.a (id, name) FROM stdin;",
    "1\tCOPY public.b (id) FROM stdin;",
    "2\t\\\\.",
    "\\.",
    "COPY public.empty (id) FROM stdin;",
    "\\.",
    "COPY public.no_columns  FROM stdin;",
    "",
    "\\.",
  ];
  expect(await countScript(Readable.from([`${script.join("\n")}\n`]))).toEqual({
    "public.a": 2,
    "public.empty": 0,
    "public.no_columns": 1,
  });
});

it("writes a backup only when each table was written whole", async () => {
  await writePostgresPrograms(folder, "99.1", await wholeScript());
  expect(await backup([target])).toBe(true);
  expect(JSON.parse(await readFile(path.join(target, "cobro.json"), "utf8")).rows["public.merchants"]).toBe(
    2,
  );
  await expect(backup([target])).rejects.toThrow("is not empty");
  // A backup goes only into an empty database, and only as it was written.
  await expect(restore([target])).rejects.toThrow("this one has tables");
  const emptied = (await wholeScript()).replace(/(COPY public.merchants .*\n)1\n1\n/, "$1");
  await writePostgresPrograms(folder, "99.1", emptied);
  const second = `${target}-2`;
  await expect(backup([second])).rejects.toThrow(
    "The backup is not whole: public.merchants: 2 rows expected, 0 found",
  );
  expect(await readdir(second)).toEqual([]);
});

it("names programs that are missing or too old, and tables that nobody may read", async () => {
  await writePostgresPrograms(folder, "15.18 (Debian 15.18-0+deb12u1)", "");
  await expect(backup([`${target}-3`])).rejects.toThrow(/^PG_BIN: pg_dump is of Postgres 15, and the server/);
  await rm(path.join(folder, "pg_dump"));
  await expect(backup([`${target}-3`])).rejects.toThrow(/^PG_BIN: pg_dump is not in /);
  await writePostgresPrograms(folder, "99beta1", "");
  await owner.query("DROP POLICY backup ON payment_links");
  await owner.query("CREATE TABLE newer (id int)");
  await expect(backup([`${target}-3`])).rejects.toThrow("would lack rows of newer, payment_links");
  expect(await doctor()).toBe(false);
  expect(lines.join("\n")).toContain("backups: nothing may read payment_links");
  await giveBackupRights(owner);
  expect(await doctor()).toBe(true);
});

it("gives the search back to its role, without which it would find nothing", async () => {
  await admin.query("ALTER FUNCTION find_link_ids OWNER TO cobro");
  expect(await doctor()).toBe(false);
  expect(lines.join("\n")).toContain("roles and rights: missing for find_link_ids");
  await giveFunctions(owner);
  expect(await doctor()).toBe(true);
});
