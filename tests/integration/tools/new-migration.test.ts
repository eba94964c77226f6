import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import pg from "pg";
import { afterAll, describe, expect, it } from "vitest";
import { migrate, schemaDrift } from "@/bin/database/migrate";
import { CliError } from "@/bin/embedded-postgres/cli-error";
import { freshDatabase } from "@/tests/support/database";
import { tenantTableFacts, tenantTableRules } from "@/tests/support/tenant-table";
import { writeMigration } from "@/tools/write-migration";

const scratch = await mkdtemp(path.join(tmpdir(), "cobro-new-migration-"));
afterAll(() => rm(scratch, { recursive: true }));
const migrated = await freshDatabase();
const empty = await freshDatabase({ migrated: false });

/** A tenant table, a table without a merchant, a new column and a new index. */
const schema = (await readFile("prisma/schema.prisma", "utf8"))
  .replace(/^ {2}templates +LinkTemplate\[\]\n/m, "$&  refunds Refund[]\n")
  .replace("  purgeBeganAt ", "  motto String?\n$&")
  .concat(`
    model Refund {
      merchantId  String   @map("merchant_id") @db.Uuid
      id          String   @db.Uuid
      amountMinor BigInt   @map("amount_minor")
      merchant    Merchant @relation(fields: [merchantId], references: [id], onDelete: Cascade)
      @@id([merchantId, id])
      @@index([merchantId, amountMinor])
      @@map("refunds")
    }
    model Holiday {
      day DateTime @id @db.Date
      @@map("holidays")
    }`);

async function project(name = "add_refunds", now = new Date("2999-01-02T03:04:05.678Z")) {
  const directory = path.join(await mkdtemp(path.join(scratch, "prisma-")), "migrations");
  await cp("prisma/migrations", directory, { recursive: true });
  const schemaFile = path.join(path.dirname(directory), "schema.prisma");
  await writeFile(schemaFile, schema);
  return { name, now, directory, schemaFile, databaseUrl: migrated.url };
}

describe("a new migration", () => {
  it("brings an empty database to the schema, its tables of merchants as closed as all others", async () => {
    const options = await project();
    const file = await writeMigration(options);
    expect(path.relative(options.directory, file)).toBe("29990102030405_add_refunds/migration.sql");
    expect(await migrate(empty.url, { directory: options.directory })).toContain(
      "29990102030405_add_refunds",
    );
    expect(await schemaDrift(empty.url, options.schemaFile)).toBe("");

    const admin = new pg.Client({ connectionString: empty.adminUrl });
    await admin.connect();
    expect(await tenantTableFacts(admin, "refunds")).toEqual(tenantTableRules);
    // The role of backups reads every table that there is.
    const { rows } = await admin.query(`
      SELECT table_name, privilege_type FROM information_schema.role_table_grants
      WHERE grantee LIKE 'cobro\\_%' AND grantee <> 'cobro_backup' AND table_name IN ('refunds', 'holidays') ORDER BY 2`);
    expect(rows.map((row) => `${row.privilege_type} on ${row.table_name}`)).toEqual([
      "INSERT on refunds",
      "SELECT on refunds",
      "UPDATE on refunds",
    ]);
    await admin.end();
  });

  it("says of a table without a merchant what its author has to decide", async () => {
    const sql = await readFile(await writeMigration(await project()), "utf8");
    expect(sql).toContain(`"holidays" belongs to no merchant`);
    expect(sql).not.toContain(`ALTER TABLE "holidays" ENABLE`);
    expect(sql).not.toContain(`ALTER TABLE "merchants" ENABLE`);
  });

  it("can be begun without a change of the schema", async () => {
    const options = { ...(await project("only_checks")), schemaFile: "prisma/schema.prisma" };
    const sql = await readFile(await writeMigration(options), "utf8");
    expect(sql).toContain("schema.prisma asks for no change");
  });

  it.each(["", "Add", "add refunds", "../up", "a;b", "1st", "add-refunds"])(
    "is not called %j",
    async (name) => {
      await expect(writeMigration(await project(name))).rejects.toThrow(CliError);
    },
  );

  it("is never older than one that is there", async () => {
    const past = project("too_late", new Date("2020-01-01T00:00:00Z"));
    await expect(past.then(writeMigration)).rejects.toThrow(/would be applied after 20200101000000_too_late/);
  });
});
