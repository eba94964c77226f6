import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import net from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import pg from "pg";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { migrate, schemaDrift } from "@/bin/database/migrate";
import { pickAccount } from "@/bin/embedded-postgres/account";
import { CliError } from "@/bin/embedded-postgres/cli-error";
import {
  type EmbeddedPostgres,
  embeddedAddresses,
  startEmbeddedPostgres,
} from "@/bin/embedded-postgres/embedded-postgres";
import { db, disconnect } from "@/lib/platform/db";

const launcher = path.resolve("tests/support/launcher-process.ts");

/**
 * mkdtemp makes it inaccessible to other accounts; when root runs the tests, Postgres must be able to use it
 * nevertheless.
 */
let dataDir: string;
const undo: (() => Promise<unknown>)[] = [];

beforeEach(async () => {
  dataDir = await mkdtemp(path.join(tmpdir(), "cobro-embedded-"));
  undo.push(() => rm(dataDir, { recursive: true }));
});
afterEach(async () => {
  for (const step of undo.splice(0).reverse()) await step();
});

describe("the embedded Postgres", () => {
  it("keeps its data, its port and its password from one start to the next", async () => {
    const first = await start();
    await query(first.url, "CREATE TABLE kept AS SELECT 'still here' AS text");
    await first.stop();
    const second = await start();
    expect(second.url).toBe(first.url);
    expect(await query(second.url, "SELECT text FROM kept")).toEqual([{ text: "still here" }]);
    expect(await embeddedAddresses(dataDir)).toEqual({ url: second.url, adminUrl: second.adminUrl });
  });

  it("lets in nobody without the password, which only the owner of the directory can read", async () => {
    const { url, adminUrl } = await start();
    expect((await stat(path.join(dataDir, "postgres.json"))).mode & 0o777).toBe(0o600);
    const guess = new URL(url);
    guess.password = "guess";
    await expect(query(guess.href, "SELECT 1")).rejects.toThrow(/password authentication failed/);
    expect(await query(url, "SHOW listen_addresses")).toEqual([{ listen_addresses: "127.0.0.1" }]);
    expect(await query(adminUrl, "SHOW unix_socket_directories")).toEqual([{ unix_socket_directories: "" }]);
  });

  it("lets the portal in as an owner who obeys row-level security", async () => {
    const { url } = await start();
    const [role] = await query(
      url,
      "SELECT rolsuper, rolbypassrls FROM pg_roles WHERE rolname = current_user",
    );
    expect(role).toEqual({ rolsuper: false, rolbypassrls: false });
  });

  it("knows letters beyond ASCII: their case, and that they are parts of words", async () => {
    const { url } = await start();
    await query(url, "CREATE EXTENSION pg_trgm");
    const [found] = await query(
      url,
      "SELECT 'CAFÉ' ILIKE 'café' AS ignores_case, show_trgm('é') AS trigrams",
    );
    expect(found).toEqual({ ignores_case: true, trigrams: expect.arrayContaining([expect.any(String)]) });
  });

  it("moves to another port when its own is taken", async () => {
    const first = await start();
    await first.stop();
    const squatter = net.createServer().listen(Number(new URL(first.url).port), "127.0.0.1");
    await once(squatter, "listening");
    undo.push(async () => squatter.close());
    const second = await start();
    expect(second.url).not.toBe(first.url);
    expect(await query(second.url, "SELECT 1 AS one")).toEqual([{ one: 1 }]);
  });

  it("refuses a second start on the same directory in one line, and leaves the first one alone", async () => {
    const { url } = await start();
    const second = startEmbeddedPostgres({ dataDir });
    await expect(second).rejects.toThrow(CliError);
    await expect(second).rejects.toThrow(/^DATA_DIR: Cobro is already running on \S+ \(process \d+\); .+$/);
    expect(await query(url, "SELECT 1 AS one")).toEqual([{ one: 1 }]);
  });

  it("begins a first run again that was interrupted", async () => {
    await mkdir(path.join(dataDir, "postgres.new"));
    await writeFile(path.join(dataDir, "postgres.new", "PG_VERSION"), "18");
    const { url } = await start();
    expect(await query(url, "SELECT 1 AS one")).toEqual([{ one: 1 }]);
  });

  it("refuses data of another Postgres in one line", async () => {
    await mkdir(path.join(dataDir, "postgres"));
    await writeFile(path.join(dataDir, "postgres", "PG_VERSION"), "17\n");
    await expect(startEmbeddedPostgres({ dataDir })).rejects.toThrow(
      /^DATA_DIR: .+ made by Postgres 17, .+ 18; .+$/,
    );
  });

  it("migrates two new databases at once, though both need the same roles made", async () => {
    const { url, adminUrl } = await start();
    await query(adminUrl, "CREATE DATABASE second OWNER cobro");
    const second = new URL("second", url).href;
    await Promise.all([migrate(url), migrate(second)]);
    expect([await schemaDrift(url), await schemaDrift(second)]).toEqual(["", ""]);
  });
});

describe("after an unclean stop", () => {
  it("goes on, though its old process id now belongs to another program", async () => {
    const { url, stop, exited } = await start();
    await query(url, "CREATE TABLE kept (id int)");
    // With the same account, or Postgres would recognise that the process is not its own.
    const { uid, gid } = await stat(path.join(dataDir, "postgres"));
    const other = spawn("sleep", ["60"], { uid, gid });
    undo.push(async () => other.kill());
    process.kill(await postmasterId(), "SIGKILL");
    await exited;
    await stop();
    const file = path.join(dataDir, "postgres", "postmaster.pid");
    const stale = await readFile(file, "utf8");
    await writeFile(file, stale.replace(/^\d+/, String(other.pid)));
    const again = await start();
    expect(await query(again.url, "SELECT FROM kept")).toEqual([]);
  });

  it("ends soon after its launcher was killed, and starts again", async () => {
    const { process: launched } = await launch();
    const postmaster = await postmasterId();
    launched.kill("SIGKILL");
    await vi.waitFor(() => expect(isAlive(postmaster)).toBe(false), 5_000);
    const { url } = await start();
    expect(await query(url, "SELECT 1 AS one")).toEqual([{ one: 1 }]);
  });

  it("is stopped by the next start if it was left running all the same", async () => {
    const first = await start();
    await query(first.url, "CREATE TABLE kept (id int)");
    const postmaster = await postmasterId();
    // Without this file, the next start cannot see that the first one is running.
    await rm(path.join(dataDir, "running.json"));
    const second = await start();
    await first.exited;
    expect(await postmasterId()).not.toBe(postmaster);
    expect(await query(second.url, "SELECT FROM kept")).toEqual([]);
  });

  it("is not reached by a Ctrl-C that its launcher gets", async () => {
    const { process: launched, url } = await launch();
    process.kill(-Number(launched.pid), "SIGINT");
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(await query(url, "SELECT 1 AS one")).toEqual([{ one: 1 }]);
  });
});

it("db() goes on after a restart of Postgres by itself", async () => {
  const { url, stop } = await start();
  process.env.DATABASE_URL = url;
  process.env.LOG_LEVEL = "silent";
  undo.push(disconnect);
  const ask = () => db().$queryRaw`SELECT 1 AS one`;
  await Promise.all([ask(), ask(), ask()]);
  await stop();
  await expect(ask()).rejects.toThrow();
  await start();
  expect(await Promise.all([ask(), ask(), ask()])).toEqual(Array(3).fill([{ one: 1 }]));
});

describe("pickAccount", () => {
  const root = "root:x:0:0:root:/root:/bin/sh";
  const nobody = "nobody:x:65534:65534::/nonexistent:/usr/sbin/nologin";
  const postgres = "postgres:x:101:104::/var/lib/postgresql:/bin/bash";
  it.each([
    ["postgres where there is one", [root, nobody, postgres], { uid: 101, gid: 104 }],
    ["else nobody", [root, nobody], { uid: 65534, gid: 65534 }],
    ["never root", [root, "nobody:x:0:0::/:/bin/sh"], undefined],
  ])("takes %s", (_, lines, account) => {
    expect(pickAccount(lines.join("\n"))).toEqual(account);
  });
});

async function start(): Promise<EmbeddedPostgres> {
  const postgres = await startEmbeddedPostgres({ dataDir, durable: false });
  undo.push(postgres.stop);
  return postgres;
}

/** The same in a process of its own, which can be killed. */
async function launch(): Promise<{ process: ChildProcess; url: string }> {
  const launched = spawn(process.execPath, ["--import", "tsx", launcher, dataDir], {
    detached: true,
    stdio: ["ignore", "pipe", "inherit"],
  });
  undo.push(async () => {
    launched.kill("SIGKILL");
    const postmaster = await postmasterId().catch(() => 0);
    if (postmaster) await vi.waitFor(() => expect(isAlive(postmaster)).toBe(false), 5_000);
  });
  const [line] = await once(launched.stdout, "data");
  return { process: launched, url: String(line).trim() };
}

async function postmasterId(): Promise<number> {
  const text = await readFile(path.join(dataDir, "postgres", "postmaster.pid"), "utf8");
  return Number(text.split("\n")[0]);
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

async function query(url: string, statement: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  return client
    .query(statement)
    .then(({ rows }) => rows)
    .finally(() => client.end());
}
