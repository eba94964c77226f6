import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import pg from "pg";
import type { TestProject } from "vitest/node";
import { migrate } from "@/bin/database/migrate";
import { type EmbeddedPostgres, startEmbeddedPostgres } from "@/bin/embedded-postgres/embedded-postgres";

declare module "vitest" {
  interface ProvidedContext {
    /** One server for all integration tests, with a migrated database that is copied. */
    postgres: { ownerUrl: string; adminUrl: string; template: string };
  }
}

const template = "migrated";

let directory: string | undefined;
let postgres: EmbeddedPostgres | undefined;

export async function setup(project: TestProject): Promise<void> {
  directory = await mkdtemp(path.join(tmpdir(), "cobro-postgres-"));
  postgres = await startEmbeddedPostgres({ dataDir: directory, durable: false });
  const admin = new pg.Client({ connectionString: postgres.adminUrl });
  await admin.connect();
  await admin.query(`CREATE DATABASE ${template} OWNER cobro`);
  await admin.end();
  await migrate(new URL(template, postgres.url).href);
  project.provide("postgres", { ownerUrl: postgres.url, adminUrl: postgres.adminUrl, template });
}

export async function teardown(): Promise<void> {
  await postgres?.stop();
  if (directory) await rm(directory, { recursive: true, force: true });
}
