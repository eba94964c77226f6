import { randomBytes } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import pg from "pg";
import { afterAll, expect, inject, test } from "vitest";
import { dbaSql } from "@/bin/admin/sql-for-dba";
import { missingBackupRights } from "@/bin/database/backup-rights";
import { giveFunctions } from "@/bin/database/give-functions";
import { migrate } from "@/bin/database/migrate";
import { verifyChain } from "@/lib/domain/audit/verify-chain";
import { findMembership } from "@/lib/domain/members/find-membership";
import { missingRights } from "@/lib/platform/health/readiness";
import { freshDatabase } from "@/tests/support/database";
import { newMerchant } from "@/tests/support/merchants";

const prefix = `second_${randomBytes(3).toString("hex")}`;
process.env.DATABASE_ROLE_PREFIX = prefix;
// Sets the secrets; its own database is replaced by one of another owner.
await freshDatabase({ migrated: false });
const { adminUrl, ownerUrl } = inject("postgres");
const admin = new pg.Client({ connectionString: adminUrl });
await admin.connect();

const owner = `${prefix}_owner`;
const database = `${prefix}_data`;
await admin.query(`CREATE ROLE ${owner} LOGIN PASSWORD 'secret' CREATEROLE`);
await admin.query(`CREATE DATABASE ${database} OWNER ${owner}`);
const address = new URL(database, ownerUrl);
address.username = owner;
address.password = "secret";
process.env.DATABASE_URL = address.href;

afterAll(async () => {
  const { disconnect } = await import("@/lib/platform/db");
  await disconnect();
  await admin.query(`DROP DATABASE ${database} WITH (FORCE)`);
  const { rows } = await admin.query("SELECT rolname FROM pg_roles WHERE rolname ^@ $1 AND rolname <> $2", [
    `${prefix}_`,
    owner,
  ]);
  for (const { rolname } of rows) await admin.query(`DROP ROLE ${rolname}`);
  await admin.query(`DROP ROLE ${owner}`);
  await admin.end();
});

test("a second installation on one server has roles of its own, and needs nothing of the first", async () => {
  expect((await migrate(address.href)).length).toBeGreaterThan(20);
  expect(await migrate(address.href)).toEqual([]);
  const client = new pg.Client({ connectionString: address.href });
  await client.connect();
  const { rows: named } = await client.query(`
    SELECT DISTINCT rolname::text FROM pg_shdepend JOIN pg_roles ON pg_roles.oid = refobjid
    WHERE refclassid = 'pg_authid'::regclass AND dbid = (SELECT oid FROM pg_database WHERE datname = current_database())
    ORDER BY 1`);
  const roles = ["app", "backup", "purge", "resolver", "search", "system"].map((role) => `${prefix}_${role}`);
  expect(named.map(({ rolname }) => rolname).filter((name) => name !== owner)).toEqual(roles);
  // What the owner may become: none of the first installation's.
  const { rows: others } = await client.query(
    "SELECT rolname FROM pg_roles WHERE rolname ^@ 'cobro_' AND pg_has_role(oid, 'MEMBER')",
  );
  expect(others).toEqual([]);
  expect(await missingBackupRights(client)).toEqual([]);
  await giveFunctions(client);
  await client.end();
  expect(await missingRights()).toEqual([]);
  expect(dbaSql("ana", "luna")).not.toContain("cobro_");

  const { merchantId, actor, slug } = await newMerchant();
  expect((await findMembership(actor.userId, slug))?.role).toBe("owner");
  expect((await verifyChain(merchantId)).findings).toEqual([]);
});

test("no source spells the name of a role, but the one that makes them", async () => {
  const spelling = /["'`\s]cobro_(app|system|purge|search|resolver|backup)\b/;
  const spelled: string[] = [];
  for (const folder of ["lib", "bin", "app"]) {
    for (const file of await readdir(folder, { recursive: true })) {
      if (!/\.tsx?$/.test(file)) continue;
      if (spelling.test(await readFile(path.join(folder, file), "utf8"))) spelled.push(file);
    }
  }
  expect(spelled).toEqual([]);
});
