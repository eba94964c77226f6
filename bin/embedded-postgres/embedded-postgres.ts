import { mkdir, realpath } from "node:fs/promises";
import path from "node:path";
import pg from "pg";
import { postgresAccount } from "@/bin/embedded-postgres/account";
import { loadBinaries } from "@/bin/embedded-postgres/binaries";
import {
  type Access,
  ensureCluster,
  getClusterDir,
  newAccess,
  readAccess,
  writeAccess,
} from "@/bin/embedded-postgres/cluster";
import { becomeOnlyLauncher } from "@/bin/embedded-postgres/only-launcher";
import { clearTheWay, stopServer } from "@/bin/embedded-postgres/postmaster";
import { freePort, startServer } from "@/bin/embedded-postgres/server";

/** A running Postgres that belongs to this process and ends with it. */
export type EmbeddedPostgres = {
  /** The database `cobro` with the rights of its owner, who is no superuser, as on a managed server. */
  url: string;
  /** The same server with the rights of a superuser, for tests, which create databases. */
  adminUrl: string;
  /** Resolves when the server ends, whether it was stopped or crashed. */
  exited: Promise<void>;
  /** Stops the server within 10 seconds; the data stays. */
  stop(): Promise<void>;
};

/**
 * Starts the Postgres from the npm package, with its data in `<dataDir>/postgres`, on 127.0.0.1 only.
 * @param options.durable false for tests, whose data may be lost in a power cut.
 * @param options.connections the most at once; each process of the portal has ten or twenty.
 * @throws {AlreadyRunning} when another launcher runs on the directory.
 * @throws {CliError} when it cannot run here.
 */
export async function startEmbeddedPostgres(options: {
  dataDir: string;
  durable?: boolean;
  connections?: number;
}): Promise<EmbeddedPostgres> {
  const { durable = true, connections = 100 } = options;
  await mkdir(options.dataDir, { recursive: true });
  const dataDir = await realpath(options.dataDir);
  const clusterDir = getClusterDir(dataDir);
  const leave = await becomeOnlyLauncher(dataDir);
  try {
    const account = await postgresAccount(clusterDir);
    const binaries = await loadBinaries();
    const access = (await readAccess(dataDir)) ?? newAccess(await freePort());
    await writeAccess(dataDir, access);
    await ensureCluster({ dataDir, binaries, account, adminPassword: access.adminPassword, durable });
    await clearTheWay(clusterDir);
    const { postgres } = binaries;
    const server = await startServer({ dataDir, postgres, account, port: access.port, durable, connections });
    const reached = { ...access, port: server.port };
    if (server.port !== access.port) await writeAccess(dataDir, reached);
    let running = true;
    void server.exited.then(() => {
      running = false;
    });
    const stop = async () => {
      if (running) await stopServer(server.pid);
      await leave();
    };
    await ensureDatabase(reached).catch(async (error) => {
      await stop();
      throw error;
    });
    const urls = addresses(reached);
    return { ...urls, exited: server.exited, stop };
  } catch (error) {
    await leave();
    throw error;
  }
}

/**
 * The addresses of the embedded database in a data directory, whether it is running or not; undefined before its first
 * start.
 */
export async function embeddedAddresses(
  dataDir: string,
): Promise<{ url: string; adminUrl: string } | undefined> {
  const access = await readAccess(path.resolve(dataDir));
  return access && addresses(access);
}

function addresses({ port, adminPassword, password }: Access): { url: string; adminUrl: string } {
  return {
    url: `postgres://cobro:${password}@127.0.0.1:${port}/cobro`,
    adminUrl: `postgres://postgres:${adminPassword}@127.0.0.1:${port}/postgres`,
  };
}

/**
 * Creates the database and its owner, who can create the roles that migrations need and has no other privilege. Row-
 * level security applies to the owner as well.
 */
async function ensureDatabase(access: Access): Promise<void> {
  const admin = new pg.Client({ connectionString: addresses(access).adminUrl });
  await admin.connect();
  try {
    const role = await admin.query("SELECT FROM pg_roles WHERE rolname = 'cobro'");
    if (role.rowCount === 0) {
      await admin.query(
        `CREATE ROLE cobro LOGIN CREATEROLE PASSWORD ${admin.escapeLiteral(access.password)}`,
      );
    }
    const database = await admin.query("SELECT FROM pg_database WHERE datname = 'cobro'");
    if (database.rowCount === 0) await admin.query("CREATE DATABASE cobro OWNER cobro");
  } finally {
    await admin.end();
  }
}
