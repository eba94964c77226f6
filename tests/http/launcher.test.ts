import { type ChildProcess, execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, mkdtemp, readFile, rm, stat } from "node:fs/promises";
import net from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { freePort } from "@/bin/embedded-postgres/server";
import { repository } from "@/tests/support/start-portal";

const stopLimitMs = 10_000;

let dataDir: string;
const running = new Set<ChildProcess>();

beforeEach(async () => {
  dataDir = await mkdtemp(path.join(tmpdir(), "cobro-launcher-"));
});
afterEach(async () => {
  for (const child of running) {
    child.kill("SIGTERM");
    await once(child, "exit");
  }
  await rm(dataDir, { recursive: true });
});

describe("npm start", () => {
  it("starts everything, stops it within the limit, and starts again with the same secrets and data", async () => {
    const first = await start();
    expect((await fetch(`${first.url}/login`)).status).toBe(200);
    expect((await fetch(`${first.sandboxUrl}/v1/payment-links`)).status).toBe(401);
    const secrets = await readFile(path.join(dataDir, "secrets.env"), "utf8");
    expect((await stat(path.join(dataDir, "secrets.env"))).mode & 0o777).toBe(0o600);

    const stoppedAt = Date.now();
    first.process.kill("SIGTERM");
    expect(await ended(first)).toBe(0);
    expect(Date.now() - stoppedAt).toBeLessThan(stopLimitMs);
    await expect(fetch(first.url)).rejects.toThrow();
    await expect(fetch(first.sandboxUrl)).rejects.toThrow();
    await expect(readFile(path.join(dataDir, "postgres", "postmaster.pid"))).rejects.toThrow(/ENOENT/);

    const second = await start();
    expect((await fetch(`${second.url}/api/health/ready`)).status).toBe(200);
    expect(await readFile(path.join(dataDir, "secrets.env"), "utf8")).toBe(secrets);
    second.process.kill("SIGINT");
    expect(await ended(second)).toBe(0);
  });

  it("starts a part again that was killed, says which, and keeps the others", async () => {
    const launched = await start();
    const isBack = {
      sandbox: () => answers(`${launched.sandboxUrl}/_sandbox`),
      // Whether the worker is connected, as the database sees it, is asked in tests/integration/jobs.
      worker: () => Promise.resolve(true),
      portal: () => answers(`${launched.url}/api/health/ready`),
      database: () => answers(`${launched.url}/api/health/ready`),
    };
    for (const name of partNames) {
      const before = await findParts(launched);
      process.kill(before[name], "SIGKILL");
      await expect.poll(async () => (await findParts(launched))[name]).not.toBeOneOf([0, before[name]]);
      await expect.poll(isBack[name]).toBe(true);
      expect(await findParts(launched)).toEqual({ ...before, [name]: expect.any(Number) });
      expect(launched.output()).toMatch(
        new RegExp(`^The ${name}.* ended unexpectedly .*\\. Starting it again in 0\\.5 s\\.$`, "m"),
      );
    }
    launched.process.kill("SIGTERM");
    expect(await ended(launched)).toBe(0);
  });

  it("comes up, and stays, with a sandbox that cannot", async () => {
    await mkdir(path.join(dataDir, "sandbox", "links.jsonl"), { recursive: true });
    const launched = await start();
    await expect.poll(launched.output).toMatch(/^The sandbox ended unexpectedly .* in 1 s\.$/m);
    expect((await fetch(`${launched.url}/login`)).status).toBe(200);
  });

  // Only Linux shows the environment of another process.
  it.runIf(process.platform === "linux")("gives its secrets to the portal and the worker alone", async () => {
    const launched = await start({ SMTP_URL: "smtp://user:mail-secret@127.0.0.1:9" });
    const { portal, worker, ...others } = await findParts(launched);
    const secrets = /NEXTAUTH_SECRET=|ENCRYPTION_KEYS=|DATABASE_URL=|mail-secret/g;
    for (const pid of [portal, worker]) expect((await getEnvironment(pid)).match(secrets)).toHaveLength(4);
    for (const pid of Object.values(others)) expect(await getEnvironment(pid)).not.toMatch(secrets);
  });

  it("names the setting of a port that is taken", async () => {
    const squatter = net.createServer().listen(0, "127.0.0.1");
    await once(squatter, "listening");
    const address = squatter.address();
    const port = address && typeof address === "object" ? address.port : 0;
    const refused = launch({ PORT: String(port) });
    expect(await ended(refused)).toBe(1);
    expect(refused.output().trim()).toMatch(new RegExp(`^(Made secrets.*\n)?PORT: ${port} is in use .*$`));
    squatter.close();
  });

  it.each([
    ["PORT: ", { PORT: "many" }],
    ["NEXTAUTH_SECRET: is required", { DATABASE_URL: "postgres://a:b@127.0.0.1:1/c" }],
    [
      "ENCRYPTION_KEYS: ",
      {
        DATABASE_URL: "postgres://a:b@127.0.0.1:1/c",
        NEXTAUTH_SECRET: "x".repeat(32),
        ENCRYPTION_KEYS: "k1:short",
      },
    ],
  ])("answers a bad setting with one line: %s", async (line, settings) => {
    const refused = launch(settings);
    expect(await ended(refused)).toBe(1);
    expect(refused.output().trim().split("\n")).toEqual([expect.stringMatching(line)]);
  });
});

type Launched = { process: ChildProcess; output: () => string };

/** Runs the real command, without this machine's own settings. */
function launch(settings: Record<string, string>): Launched {
  const child = spawn(process.execPath, ["bin/start.mjs"], {
    cwd: repository,
    stdio: ["ignore", "pipe", "pipe"],
    env: {
      ...process.env,
      ...{ DATABASE_URL: "", NEXTAUTH_SECRET: "", ENCRYPTION_KEYS: "", APP_URL: "" },
      ...{
        DATA_DIR: dataDir,
        HOST: "127.0.0.1",
        PORT: "0",
        SANDBOX: "on",
        SANDBOX_PORT: "0",
        SANDBOX_URL: "",
      },
      ...settings,
    },
  });
  running.add(child);
  child.once("exit", () => running.delete(child));
  let said = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (chunk: Buffer) => {
      said += chunk.toString();
    });
  }
  return { process: child, output: () => said };
}

const partNames = ["sandbox", "worker", "portal", "database"] as const;

/** The processes that the launcher has started; 0 for one that does not run. */
async function findParts({
  process: launcher,
}: Launched): Promise<Record<(typeof partNames)[number], number>> {
  const { stdout } = await promisify(execFile)("ps", ["-A", "-o", "pid=,ppid=,args="]);
  const children = stdout
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => Number(line.split(/\s+/)[1]) === launcher.pid);
  const find = (command: RegExp) => Number.parseInt(children.find((line) => command.test(line)) ?? "0", 10);
  return {
    sandbox: find(/run\.mjs sandbox$/),
    worker: find(/run\.mjs worker$/),
    portal: find(/run\.mjs web$/),
    database: find(/\/postgres( |$)/),
  };
}

function getEnvironment(pid: number): Promise<string> {
  return readFile(`/proc/${pid}/environ`, "utf8");
}

async function answers(url: string): Promise<boolean> {
  const response = await fetch(url).catch(() => undefined);
  await response?.text();
  return response?.ok ?? false;
}

async function start(
  settings: Record<string, string> = {},
): Promise<Launched & { url: string; sandboxUrl: string }> {
  const sandboxPort = await freePort();
  const launched = launch({ SANDBOX_PORT: String(sandboxPort), ...settings });
  for (;;) {
    const [, url] = /Cobro is ready at (\S+)/.exec(launched.output()) ?? [];
    if (url) return { ...launched, url, sandboxUrl: `http://127.0.0.1:${sandboxPort}` };
    if (launched.process.exitCode !== null) throw new Error(launched.output());
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

async function ended({ process: child }: Launched): Promise<number | null> {
  if (child.exitCode === null) await once(child, "exit");
  return child.exitCode;
}
