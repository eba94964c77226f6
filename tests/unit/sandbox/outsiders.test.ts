import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import http from "node:http";
import net from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { networkAddresses } from "@/bin/launch/ports";
import { openSandboxAccount } from "@/lib/gateway/sandbox-account";
import { connectionsPerAddress, sandboxLimits, waitingFaults } from "@/lib/sandbox/limits";
import { startSandbox } from "@/lib/sandbox/server";
import { openAccount, type TestAccount } from "@/tests/support/sandbox";

const token = "t".repeat(32);
const limits = { ...sandboxLimits, accounts: 4, links: 8, linksPerAccount: 6 };
const dataDir = mkdtempSync(join(tmpdir(), "cobro-sandbox-"));

let sandbox: Awaited<ReturnType<typeof startSandbox>>;
let port: number;
let account: TestAccount;
beforeAll(async () => {
  sandbox = await startSandbox({ port: 0, host: "0.0.0.0", dataDir, token, limits });
  port = Number(new URL(sandbox.url).port);
  account = await openAccount(sandbox.url);
});
afterAll(async () => {
  await sandbox.close();
  rmSync(dataDir, { recursive: true });
});

/** Unlike `fetch`, this can send any Host and Origin. */
async function getStatus(base: string, method: string, path: string, headers: Record<string, string>) {
  const request = http.request(base + path, { method, headers: { "X-Api-Key": account.key, ...headers } });
  request.end();
  const [response] = await once(request, "response");
  response.resume();
  return response.statusCode;
}

const inside = [
  ["GET", "/_sandbox"],
  ["POST", "/_sandbox/accounts"],
  ["POST", "/_sandbox/seed"],
  ["DELETE", "/_sandbox/faults"],
  ["GET", "/v1/payment-links"],
  ["POST", "/v1/payment-links"],
] as const;

const outsiders: [string, Record<string, string>][] = [
  ["through a proxy", { "X-Forwarded-For": "203.0.113.9" }],
  ["through a proxy that names itself", { Via: "1.1 pay.example" }],
  ["with a standard proxy's header", { Forwarded: "for=203.0.113.9" }],
  ["under another name of this machine, as after DNS rebinding", { Host: "evil.example" }],
  ["as a page of another site", { Origin: "https://evil.example" }],
  ["as a page without an origin", { Origin: "null" }],
  ["as an image of another site", { "Sec-Fetch-Site": "cross-site" }],
  ["with a wrong token", { "X-Sandbox-Token": "u".repeat(32) }],
  ["with an empty token", { "X-Sandbox-Token": "" }],
];

describe("outsiders", () => {
  test.each(outsiders)("%s reach only pay pages", async (_, headers) => {
    for (const [method, path] of inside) {
      expect([path, await getStatus(sandbox.url, method, path, headers)]).toEqual([path, 403]);
    }
    expect(await getStatus(sandbox.url, "GET", "/link/unknown", headers)).toBe(404);
  });

  test("from the network reach only pay pages, and programs with the token all", async () => {
    for (const base of networkAddresses("0.0.0.0", port)) {
      for (const [method, path] of inside) expect(await getStatus(base, method, path, {})).toBe(403);
      expect(await getStatus(base, "GET", "/link/unknown", {})).toBe(404);
      expect(await getStatus(base, "GET", "/_sandbox", { "X-Sandbox-Token": token })).toBe(200);
      expect(await getStatus(base, "GET", "/_sandbox", { "X-Sandbox-Token": `${token}t` })).toBe(403);
    }
  });

  test("a portal on another machine shows its token", async () => {
    const terms = { baseUrl: sandbox.url, timeoutMs: 2_000 };
    const known = await openSandboxAccount({ ...terms, sandboxToken: token });
    expect(known.ok).toBe(true);
    expect(await openSandboxAccount({ ...terms, sandboxToken: "wrong" })).toMatchObject({ ok: false });
  });

  test("cannot take all connections from one address", async () => {
    for (const base of networkAddresses("0.0.0.0", port)) {
      const { hostname } = new URL(base);
      const sockets = Array.from({ length: connectionsPerAddress + 10 }, () => net.connect(port, hostname));
      for (const socket of sockets) socket.on("error", () => {});
      // A connection of an earlier test may still be open too.
      await expect.poll(() => sockets.filter(({ closed }) => closed).length).toBeGreaterThanOrEqual(10);
      expect(sockets.filter(({ closed }) => !closed).length).toBeGreaterThan(connectionsPerAddress / 2);
      expect(await getStatus(sandbox.url, "GET", "/_sandbox", {})).toBe(200);
      for (const socket of sockets) socket.destroy();
    }
  });
});

describe("what it holds", () => {
  test("is limited for each account and for all, and what is there stays", async () => {
    await account.seed(5);
    await expect(account.seed(2)).rejects.toThrow("507");
    const create = () =>
      fetch(`${sandbox.url}/v1/payment-links`, {
        method: "POST",
        headers: { "X-Api-Key": account.key, "Content-Type": "application/json" },
        body: JSON.stringify({ amount: 100, currency: "USD", description: "One more" }),
      });
    expect((await create()).status).toBe(200);
    const refused = await create();
    expect(refused.status).toBe(422);
    expect(await refused.json()).toEqual({
      detail: [{ loc: ["body"], msg: "the sandbox is full", type: "value_error.full" }],
    });
    expect(await account.links()).toHaveLength(6);

    const other = await openAccount(sandbox.url);
    await expect(other.seed(2)).rejects.toThrow("507");
    const full = await fetch(`${sandbox.url}/_sandbox/accounts`, { method: "POST" });
    expect(full.status).toBe(507);
  });

  test("includes waiting faults", async () => {
    for (let set = 0; set < waitingFaults; set += 1) await account.setFault({ fault: "slow" });
    await expect(account.setFault({ fault: "slow" })).rejects.toThrow("507");
    await account.clearFaults();
  });
});
