import { setTimeout as sleep } from "node:timers/promises";
import { freePort } from "@/bin/embedded-postgres/server";
import { memorySettings } from "@/bin/launch/heap-limit";
import { repository } from "@/tests/support/start-portal";
import type { Environment } from "@/tools/campaign/environment";
import { openBalancer } from "@/tools/campaign/several/balancer";
import { Part, type PartOptions } from "@/tools/campaign/several/part";
import { openPooler } from "@/tools/campaign/several/pooler";

/** Two web processes and two workers behind nginx, with PgBouncer before Postgres, and upstream in a process of its own. */
export type Installation = {
  url: string;
  sandboxUrl: string;
  /** The settings of the programs, with the database through the pooler. */
  settings: Record<string, string>;
  webs: Part[];
  workers: Part[];
  pooler: Part;
  upstream: Part;
  /** The folder of the release that each program runs at its next start. */
  release: string;
};

export async function openInstallation(environment: Environment): Promise<Installation> {
  const { directory, later } = environment;
  const ports = {
    nginx: await freePort(),
    web: [await freePort(), await freePort()],
    pooler: await freePort(),
    upstream: await freePort(),
  };
  const url = `http://127.0.0.1:${ports.nginx}`;
  const sandboxUrl = `http://127.0.0.1:${ports.upstream}`;
  const databaseUrl = environment.settings.DATABASE_URL ?? "";
  const pooler = await openPooler({ port: ports.pooler, databaseUrl, directory });
  const settings = {
    ...environment.settings,
    ...{ DATABASE_URL: pooler.url, DATABASE_DIRECT_URL: databaseUrl, APP_URL: url, HOST: "127.0.0.1" },
    ...{ PAYMENT_LINKS_API_URL: sandboxUrl, SANDBOX_URL: sandboxUrl, SANDBOX_PUBLIC_URL: sandboxUrl },
    ...{ SANDBOX_PORT: String(ports.upstream), PAYMENT_LINKS_TIMEOUT_MS: "5000" },
    ...{ LIMIT_SIGN_INS: "100000", LOG_LEVEL: "warn" },
  };
  const installation: Installation = {
    ...{ url, sandboxUrl, settings, webs: [], workers: [], pooler: pooler.part, release: repository },
    upstream: program("sandbox", "upstream", {}, answers(`${sandboxUrl}/link/none`)),
  };
  function program(
    name: string,
    as: string,
    own: Record<string, string>,
    isReady?: PartOptions["isReady"],
  ): Part {
    return new Part({
      name: as,
      command: () => ({
        file: process.execPath,
        args: ["bin/run.mjs", name],
        cwd: name === "sandbox" ? repository : installation.release,
      }),
      settings: { ...settings, ...own },
      logs: directory,
      ...(isReady && { isReady }),
    });
  }
  for (const [index, port] of ports.web.entries()) {
    // As docs/operations.md advises; without it the heap grows lazily, for a long time.
    const own = { PORT: String(port), ...memorySettings({}) };
    const isReady = async () => (await fetch(`http://127.0.0.1:${port}/api/health/ready`)).ok;
    installation.webs.push(program("web", `web-${index + 1}`, own, isReady));
    installation.workers.push(program("worker", `worker-${index + 1}`, {}));
  }
  const balancer = await openBalancer({ port: ports.nginx, webPorts: ports.web, directory });
  for (const part of [
    pooler.part,
    installation.upstream,
    ...installation.webs,
    ...installation.workers,
    balancer,
  ]) {
    later(() => part.end("SIGKILL"));
    await part.start();
  }
  return installation;
}

function answers(url: string): () => Promise<boolean> {
  return async () => (await fetch(url)).status > 0;
}

/** Longer than the balancer leaves out a process that has refused a connection. */
const pauseMs = 2_000;

/** Every program in turn: stopped as an orchestrator does it, and started again when the one before it is ready. */
export async function restartAll({ webs, workers }: Installation): Promise<void> {
  for (const part of [...webs, ...workers]) {
    await part.end("SIGTERM");
    await part.start();
    await sleep(pauseMs);
  }
}
