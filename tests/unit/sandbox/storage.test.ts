import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { appendFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import net from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { sandboxLimits } from "@/lib/sandbox/limits";
import { startSandbox } from "@/lib/sandbox/server";
import { openAccount, sandboxAccount } from "@/tests/support/sandbox";

let dataDir: string;
const children: ChildProcess[] = [];
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), "cobro-sandbox-"));
});
afterEach(() => {
  for (const child of children.splice(0)) child.kill("SIGKILL");
  rmSync(dataDir, { recursive: true, force: true });
});

const start = () => startSandbox({ port: 0, host: "127.0.0.1", dataDir });

async function tryToCreate(url: string, key: string): Promise<number> {
  const response = await fetch(`${url}/v1/payment-links`, {
    method: "POST",
    headers: { "X-Api-Key": key, "Content-Type": "application/json" },
    body: JSON.stringify({ amount: 100, currency: "USD", description: "One more" }),
  });
  await response.text();
  return response.status;
}

async function createLink(url: string, key: string, description: string, merchant = ""): Promise<string> {
  const response = await fetch(`${url}/v1/payment-links`, {
    method: "POST",
    headers: { "X-Api-Key": key, "Content-Type": "application/json", "X-Sandbox-Merchant": merchant },
    body: JSON.stringify({ amount: 100, currency: "USD", description }),
  });
  const { id }: { id: string } = await response.json();
  return id;
}

test("accounts, links and their state survive a restart", async () => {
  const first = await start();
  const account = await openAccount(first.url);
  const id = await createLink(first.url, account.key, "Ñandú 🦤\nline two", "Luna");
  await account.seed(3);
  await account.deactivate(id);
  const before = await account.links();
  await first.close();

  const second = await start();
  const after = await sandboxAccount(second.url, account.key).links();
  expect(after).toEqual(before);
  expect(after).toHaveLength(4);
  expect(after[0]).toMatchObject({ id, active: false, description: "Ñandú 🦤\nline two", merchant: "Luna" });
  const page = await (await fetch(`${second.url}/link/${after.at(-1)?.id}`)).text();
  expect(page).toContain("<bdi>Luna</bdi>");
  await second.close();
});

test("a commit that is still waiting when it stops is never made", async () => {
  const first = await start();
  const account = await openAccount(first.url);
  await account.setFault({ fault: "commit_late", delayMs: 50 });
  await expect(createLink(first.url, account.key, "late")).rejects.toThrow();
  await first.close();
  await new Promise((resolve) => setTimeout(resolve, 150));

  const second = await start();
  expect(await sandboxAccount(second.url, account.key).links()).toEqual([]);
  await second.close();
});

test("a last line that was cut is dropped, and the next one is whole", async () => {
  const first = await start();
  const account = await openAccount(first.url);
  const kept = await createLink(first.url, account.key, "kept");
  await first.close();
  for (const file of ["links.jsonl", "accounts.jsonl"]) {
    appendFileSync(join(dataDir, "sandbox", file), '{"made":{"id":"plink_torn');
  }

  const second = await start();
  const added = await createLink(second.url, account.key, "added");
  await openAccount(second.url);
  await second.close();

  const third = await start();
  const links = await sandboxAccount(third.url, account.key).links();
  expect(links.map(({ id }) => id)).toEqual([kept, added]);
  await third.close();
});

test.each([
  ["nonsense in the middle", "nonsense\n"],
  ["zeros, as after a power cut", `${"\0".repeat(4096)}\n`],
  ["a line without an end", `${"x".repeat(9 * 1024 * 1024)}\n`],
  ["another program's line", '{"made":{"id":7}}\n'],
])("%s is set aside with its file, and the sandbox comes up with all else", async (_, damage) => {
  const file = join(dataDir, "sandbox", "links.jsonl");
  const first = await start();
  const account = await openAccount(first.url);
  const before = await createLink(first.url, account.key, "before");
  await first.close();
  appendFileSync(file, damage);
  const damaged = readFileSync(file, "utf8");

  for (const restart of [1, 2]) {
    const later = await start();
    const links = await sandboxAccount(later.url, account.key).links();
    expect(links.map(({ id }) => id)).toContain(before);
    expect(links).toHaveLength(restart);
    await createLink(later.url, account.key, "after");
    await later.close();
  }
  const aside = readdirSync(join(dataDir, "sandbox")).filter((name) => /^links\.jsonl\.\d/.test(name));
  expect(aside.map((name) => readFileSync(join(dataDir, "sandbox", name), "utf8"))).toEqual([damaged]);
});

test("a file that is far too long is set aside, and the sandbox comes up with its beginning", async () => {
  const first = await start();
  const account = await openAccount(first.url);
  const kept = await createLink(first.url, account.key, "kept");
  await first.close();
  const line = JSON.stringify({ deactivated: "x".repeat(1024 * 1024) });
  for (let written = 0; written < 12; written += 1) {
    appendFileSync(join(dataDir, "sandbox", "links.jsonl"), `${line}\n`);
  }
  const limits = { ...sandboxLimits, bytes: 1024 * 1024 };
  const second = await startSandbox({ port: 0, host: "127.0.0.1", dataDir, limits });
  const links = await sandboxAccount(second.url, account.key).links();
  expect(links.map(({ id }) => id)).toEqual([kept]);
  expect(await tryToCreate(second.url, account.key)).toBe(422);
  await second.close();
});

type Running = { child: ChildProcess; url: string };

async function startProcess(settings: Record<string, string>): Promise<Running> {
  const child = runProcess({ SANDBOX_PUBLIC_URL: "http://pay.example", ...settings });
  let printed = "";
  for await (const chunk of child.stdout ?? []) {
    printed += String(chunk);
    const url = /listens on (\S+);/.exec(printed)?.[1];
    if (url) return { child, url };
  }
  throw new Error(`ended without listening: ${printed}`);
}

function runProcess(settings: Record<string, string>): ChildProcess {
  const env = { ...process.env, DATA_DIR: dataDir, HOST: "127.0.0.1", ...settings };
  const child = spawn(process.execPath, ["bin/run.mjs", "sandbox"], { env });
  children.push(child);
  return child;
}

test("SIGKILL loses no link that was answered for", async () => {
  const { child, url } = await startProcess({ SANDBOX_PORT: "0" });
  const { key } = await openAccount(url);
  const answered: string[] = [];
  const writers = Array.from({ length: 8 }, async () => {
    for (;;) answered.push(await createLink(url, key, "before the kill"));
  });
  while (answered.length < 200) await new Promise((resolve) => setTimeout(resolve, 5));
  child.kill("SIGKILL");
  await Promise.allSettled(writers);

  const { url: restarted } = await startProcess({ SANDBOX_PORT: "0" });
  const kept = new Set((await sandboxAccount(restarted, key).links()).map(({ id }) => id));
  expect(answered.length).toBeGreaterThanOrEqual(200);
  expect(answered.filter((id) => !kept.has(id))).toEqual([]);
}, 30_000);

test.each(["SIGINT", "SIGTERM"] as const)(
  "%s stops it cleanly, also in the middle of a stall",
  async (signal) => {
    const { child, url } = await startProcess({ SANDBOX_PORT: "0" });
    const { key } = await openAccount(url);
    const stalled = fetch(`${url}/v1/payment-links`, {
      headers: { "X-Api-Key": key, "X-Sandbox-Fault": "stall" },
    }).catch(() => "broken off");
    await new Promise((resolve) => setTimeout(resolve, 100));
    child.kill(signal);
    const [code] = await once(child, "exit");
    expect([code, await stalled]).toEqual([0, "broken off"]);
  },
  30_000,
);

test("its links carry the public address", async () => {
  const { url } = await startProcess({ SANDBOX_PORT: "0" });
  const { key } = await openAccount(url);
  const id = await createLink(url, key, "x");
  const list = await (await fetch(`${url}/v1/payment-links`, { headers: { "X-Api-Key": key } })).json();
  expect(list.items[0].url).toBe(`http://pay.example/link/${id}`);
}, 30_000);

async function getFailure(settings: Record<string, string>): Promise<{ code: unknown; lines: string[] }> {
  const child = runProcess(settings);
  let printed = "";
  child.stderr?.on("data", (chunk) => {
    printed += String(chunk);
  });
  const [code] = await once(child, "close");
  return { code, lines: printed.trim().split("\n") };
}

test("a taken port and a bad setting are each one clear line and exit code 1", async () => {
  const holder = net.createServer().listen(0, "127.0.0.1");
  await once(holder, "listening");
  const address = holder.address();
  const port = typeof address === "object" && address ? String(address.port) : "";
  const taken = await getFailure({ SANDBOX_PORT: port });
  holder.close();
  expect(taken.code).toBe(1);
  expect(taken.lines).toEqual([expect.stringMatching(`^SANDBOX_PORT: ${port} is in use`)]);

  const bad = await getFailure({ SANDBOX_PORT: "99999" });
  expect(bad.code).toBe(1);
  expect(bad.lines).toEqual([expect.stringMatching(/^SANDBOX_PORT: /)]);
}, 30_000);

test("what it stores is for its owner's eyes", async () => {
  const sandbox = await start();
  await sandbox.close();
  const paths = ["sandbox", "sandbox/accounts.jsonl", "sandbox/links.jsonl"];
  const othersPermissions = paths.map((path) => statSync(join(dataDir, path)).mode & 0o077);
  expect(othersPermissions).toEqual([0, 0, 0]);
});
