import { execFile } from "node:child_process";
import { randomBytes } from "node:crypto";
import { chown, mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";
import * as z from "zod";
import { type Account, asAccount } from "@/bin/embedded-postgres/account";
import type { Binaries } from "@/bin/embedded-postgres/binaries";
import { CliError } from "@/bin/embedded-postgres/cli-error";
import { plainEnvironment } from "@/bin/embedded-postgres/plain-environment";

/** The database's port and passwords, stored as `postgres.json` beside the cluster and readable only by its owner. */
const accessSchema = z.object({ port: z.number().int(), adminPassword: z.string(), password: z.string() });
export type Access = z.output<typeof accessSchema>;

const serverMajor = "18";

export function getClusterDir(dataDir: string): string {
  return path.join(dataDir, "postgres");
}

/** @returns undefined before the first run. */
export async function readAccess(dataDir: string): Promise<Access | undefined> {
  const file = path.join(dataDir, "postgres.json");
  const text = await readFile(file, "utf8").catch(ignoreMissing);
  if (text === undefined) return undefined;
  return accessSchema.parse(JSON.parse(text));
}

/** Replaces the file as a whole, so that after a crash it is either the old or the new one. */
export async function writeAccess(dataDir: string, access: Access): Promise<void> {
  const file = path.join(dataDir, "postgres.json");
  const next = `${file}.${process.pid}`;
  await writeFile(next, `${JSON.stringify(access, null, 2)}\n`, { mode: 0o600, flush: true });
  await rename(next, file);
}

export function newAccess(port: number): Access {
  return { port, adminPassword: randomBytes(24).toString("hex"), password: randomBytes(24).toString("hex") };
}

/**
 * Creates the cluster unless it exists. It is moved into place in one step, so that an interrupted first run leaves
 * none.
 */
export async function ensureCluster(options: {
  dataDir: string;
  binaries: Binaries;
  account: Account | undefined;
  adminPassword: string;
  durable: boolean;
}): Promise<void> {
  const clusterDir = getClusterDir(options.dataDir);
  const version = await readFile(path.join(clusterDir, "PG_VERSION"), "utf8").catch(ignoreMissing);
  if (version?.trim() === serverMajor) return;
  if (version !== undefined) {
    throw new CliError(
      `DATA_DIR: ${clusterDir} was made by Postgres ${version.trim()}, and this Cobro brings ${serverMajor}; move it with pg_dump, or name another directory`,
    );
  }
  await removeLeftovers(options.dataDir);
  const draft = path.join(options.dataDir, "postgres.new");
  const passwordFile = path.join(options.dataDir, "postgres.new.password");
  await mkdir(draft, { mode: 0o700 });
  await writeFile(passwordFile, options.adminPassword, { mode: 0o600 });
  if (options.account) {
    await chown(draft, options.account.uid, options.account.gid);
    await chown(passwordFile, options.account.uid, options.account.gid);
  }
  await initdb(draft, passwordFile, options);
  await rm(passwordFile);
  await rename(draft, clusterDir);
}

/**
 * Sorting and case follow Postgres's own C.UTF-8, which is the same on every machine. But pg_trgm asks the C library
 * which characters are letters, and needs one of the system's UTF-8 locales: without one, accented letters are not part
 * of words.
 */
async function initdb(
  directory: string,
  passwordFile: string,
  options: { binaries: Binaries; account: Account | undefined; durable: boolean },
): Promise<void> {
  let failure: unknown;
  for (const ctype of ["C.UTF-8", "en_US.UTF-8", "C"]) {
    const args = [
      ...["-D", directory, "-U", "postgres", `--pwfile=${passwordFile}`, "-A", "scram-sha-256", "-E", "UTF8"],
      ...["--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C", `--lc-ctype=${ctype}`],
      ...(options.durable ? [] : ["--no-sync"]),
    ];
    const command = await asAccount(options.account, options.binaries.initdb, args, directory);
    try {
      await promisify(execFile)(command.file, command.args, { ...command, env: postgresEnv() });
      return;
    } catch (error) {
      failure = error;
      if (!String(error).includes("invalid locale")) break;
    }
  }
  throw new Error(`Postgres could not make its data directory: ${String(failure)}`, { cause: failure });
}

/**
 * The environment without secrets, and without variables that would change Postgres's settings or the language of its
 * log. Postgres may run as an account of its own, and is a program that others can reach.
 */
export function postgresEnv(): NodeJS.ProcessEnv {
  const own = Object.entries(plainEnvironment()).filter(([name]) => !/^(LC_|LANG)/.test(name));
  return { ...Object.fromEntries(own), NODE_ENV: process.env.NODE_ENV, LC_ALL: "C" };
}

async function removeLeftovers(dataDir: string): Promise<void> {
  for (const name of await readdir(dataDir)) {
    if (name.startsWith("postgres.new")) await rm(path.join(dataDir, name), { recursive: true });
  }
}

function ignoreMissing(error: NodeJS.ErrnoException): undefined {
  if (error.code !== "ENOENT") throw error;
}
