import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { FaultSetting } from "@/lib/sandbox/faults";
import type { SandboxLink } from "@/lib/sandbox/link";
import { startSandbox } from "@/lib/sandbox/server";

/** A fault in a test: settings with a default can be left out. */
export type TestFault = { fault: FaultSetting["fault"] } & Partial<
  Record<"count" | "delayMs" | "retryAfterSeconds" | "limit", number> &
    Record<"endpoint" | "order" | "location", string> & { commit: boolean }
>;

export type TestSandbox = Awaited<ReturnType<typeof startTestSandbox>>;
export type TestAccount = ReturnType<typeof sandboxAccount>;

/** A sandbox for one test, on a free port. `close` stops it and removes its data. */
export async function startTestSandbox() {
  const dataDir = await mkdtemp(join(tmpdir(), "cobro-sandbox-"));
  const { url, close } = await startSandbox({ port: 0, host: "127.0.0.1", dataDir });
  return {
    url,
    dataDir,
    openAccount: () => openAccount(url),
    close: async () => {
      await close();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/** A new account in a running sandbox. */
export async function openAccount(url: string, mode: "test" | "live" = "test") {
  const response = await fetch(`${url}/_sandbox/accounts`, {
    method: "POST",
    body: JSON.stringify({ mode }),
  });
  const { key }: { key: string } = await response.json();
  return sandboxAccount(url, key);
}

/** What a test can do with an account: set faults, and read what was really created. */
export function sandboxAccount(url: string, key: string) {
  const call = async (method: string, path: string, body?: object) => {
    const response = await fetch(`${url}/_sandbox/${path}`, {
      method,
      headers: { "X-Api-Key": key },
      ...(body && { body: JSON.stringify(body) }),
    });
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
    return response.json();
  };
  return {
    key,
    setFault: (fault: TestFault): Promise<unknown> => call("POST", "faults", fault),
    clearFaults: (): Promise<unknown> => call("DELETE", "faults"),
    /** Faults that are still waiting for requests. */
    waitingFaults: async (): Promise<{ fault: string; endpoint?: string; count: number }[]> =>
      (await call("GET", "faults")).faults.filter((fault: object) => "count" in fault),
    seed: (count: number): Promise<unknown> => call("POST", "seed", { count }),
    deactivate: (id: string): Promise<unknown> => call("POST", `links/${id}/deactivate`),
    /** Every link that was committed, oldest first. */
    links: async (): Promise<SandboxLink[]> => (await call("GET", "links")).items,
  };
}
