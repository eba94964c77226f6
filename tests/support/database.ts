import { randomBytes } from "node:crypto";
import pg from "pg";
import { afterAll, inject } from "vitest";
import { disconnect } from "@/lib/platform/db";

/** The database of a test file: its address with the rights of its owner, as the app signs in, and of a superuser. */
export type TestDatabase = { url: string; adminUrl: string };

/**
 * Creates a database for this test file, a copy of the migrated one or an empty one, and sets DATABASE_URL to it. Call
 * it at the top level of the file, before anything reads a setting. It is dropped after the file's last test.
 */
export async function freshDatabase(
  options: { migrated: boolean } = { migrated: true },
): Promise<TestDatabase> {
  const { ownerUrl, adminUrl, template } = inject("postgres");
  const name = `test_${randomBytes(6).toString("hex")}`;
  await onServer(`CREATE DATABASE ${name} OWNER cobro${options.migrated ? ` TEMPLATE ${template}` : ""}`);
  const database = { url: new URL(name, ownerUrl).href, adminUrl: new URL(name, adminUrl).href };
  process.env.DATABASE_URL = database.url;
  process.env.NEXTAUTH_SECRET = "a secret of the tests, of no use to anyone else";
  process.env.ENCRYPTION_KEYS = `k1:${Buffer.alloc(32, 1).toString("base64")}`;
  process.env.LOG_LEVEL ||= "error";
  afterAll(async () => {
    await disconnect();
    await onServer(`DROP DATABASE ${name} WITH (FORCE)`);
  });
  return database;
}

async function onServer(statement: string): Promise<void> {
  const admin = new pg.Client({ connectionString: inject("postgres").adminUrl });
  await admin.connect();
  await admin.query(statement).finally(() => admin.end());
}
