import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { open } from "node:fs/promises";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { freePort } from "@/bin/embedded-postgres/server";
import { killWithThisProcess } from "@/bin/embedded-postgres/watchdog";
import { repository } from "@/tests/support/start-portal";
import { startTcpProxy, type TcpProxy } from "@/tests/support/tcp-proxy";
import { type Creator, startCreator } from "@/tools/campaign/creator";
import type { Environment } from "@/tools/campaign/environment";
import type { FaultInjector } from "@/tools/campaign/fault-injector";
import { DatabaseLookout, type Seen, seeUpstream } from "@/tools/campaign/kill-points";

export type SlotKind = "portal" | "creator" | "worker";

/**
 * A place for one process of Cobro, which is started again and again. Its connections to Postgres and to upstream go
 * through proxies, which report its steps and inject faults.
 */
export class Slot {
  /** The portal's address while it listens. */
  url: string | null = null;
  creator: Creator | null = null;
  /** Is called with every step of the process. */
  onStep: ((seen: Seen) => void) | null = null;
  #child: ChildProcess | null = null;

  private constructor(
    readonly kind: SlotKind,
    readonly name: string,
    readonly upstream: TcpProxy,
    private readonly environment: Environment,
    private readonly settings: Record<string, string>,
    /** The file to start, and its arguments. */
    private readonly program: string[],
  ) {}

  static async open(
    { kind, name, program }: { kind: SlotKind; name: string; program: string[] },
    environment: Environment,
    faultInjector: FaultInjector,
  ): Promise<Slot> {
    const track = (seen: Seen | undefined) => {
      if (!seen) return;
      slot.#steps += 1;
      slot.onStep?.(seen);
    };
    const databaseUrl = new URL(environment.settings.DATABASE_URL ?? "");
    let lookout = new DatabaseLookout();
    const database = await startTcpProxy({
      targetPort: Number(databaseUrl.port),
      watch: (moment) => track(lookout.see(moment)),
    });
    const upstream = await startTcpProxy({
      targetPort: Number(new URL(environment.sandboxUrl).port),
      plan: () => faultInjector.mishaps(),
      watch: (moment) => {
        if (moment.kind === "struck") faultInjector.struck(moment.mishap);
        track(seeUpstream(moment));
      },
    });
    environment.later(database.close);
    environment.later(upstream.close);
    databaseUrl.port = String(database.port);
    const settings = {
      ...environment.settings,
      DATABASE_URL: databaseUrl.href,
      PAYMENT_LINKS_API_URL: `http://127.0.0.1:${upstream.port}`,
    };
    const slot = new Slot(kind, name, upstream, environment, settings, program);
    environment.later(() => slot.kill("SIGKILL"));
    slot.#forget = () => {
      lookout = new DatabaseLookout();
    };
    return slot;
  }

  #forget: () => void = () => {};
  #steps = 0;

  get isRunning(): boolean {
    return this.#child !== null;
  }

  /** Whether it accepts requests; for a worker, which gets none, whether it is running. */
  get isReady(): boolean {
    return this.kind === "worker" ? this.isRunning : (this.url ?? this.creator) !== null;
  }

  /** Resolves when the process has begun its work. */
  get isAtWork(): boolean {
    return this.isRunning && this.#steps > 0;
  }

  /** Starts the process and waits until it accepts requests; tries again if another program took its port. */
  async start(): Promise<void> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.#startOnce();
      } catch (error) {
        await this.kill("SIGKILL");
        if (attempt === 3) throw error;
      }
    }
  }

  async #startOnce(): Promise<void> {
    this.#forget();
    this.#steps = 0;
    if (this.kind === "creator") {
      const creator = await startCreator(this.settings, this.program[0]);
      this.#track(creator.child);
      this.creator = creator;
      return;
    }
    const port = await freePort();
    const log = await open(path.join(this.environment.directory, `${this.name}.log`), "a");
    const url = `http://127.0.0.1:${port}`;
    const child = spawn(process.execPath, this.program, {
      cwd: repository,
      stdio: ["ignore", log.fd, log.fd],
      env: { ...process.env, ...this.settings, HOST: "127.0.0.1", PORT: String(port), APP_URL: url },
    });
    await log.close();
    if (child.pid !== undefined) child.once("exit", killWithThisProcess(child.pid, "TERM"));
    this.#track(child);
    if (this.kind === "worker") return;
    await untilReady(child, url);
    this.url = url;
  }

  /** Sends the signal, and waits until the process has ended. */
  async kill(signal: "SIGKILL" | "SIGTERM"): Promise<void> {
    const child = this.#child;
    if (!child) return;
    const gone = once(child, "exit");
    this.killNow(signal);
    await gone;
  }

  /** Sends the signal without waiting, so that nothing else of this process happens before. */
  killNow(signal: "SIGKILL" | "SIGTERM" | "SIGSTOP" | "SIGCONT"): void {
    this.#child?.kill(signal);
  }

  /** Resolves when the process has ended. */
  async ended(): Promise<void> {
    if (this.#child) await once(this.#child, "exit");
  }

  #track(child: ChildProcess): void {
    this.#child = child;
    child.once("exit", () => {
      if (this.#child !== child) return;
      this.#child = null;
      this.url = null;
      this.creator = null;
    });
  }
}

/** Long, because the machine may be busy with other work. */
const readyTimeoutMs = 180_000;

async function untilReady(child: ChildProcess, url: string): Promise<void> {
  for (const deadline = Date.now() + readyTimeoutMs; Date.now() < deadline; await sleep(50)) {
    if (child.exitCode !== null || child.signalCode !== null) break;
    if (await isReady(url).catch(() => false)) return;
  }
  throw new Error("a portal did not become ready");
}

async function isReady(url: string): Promise<boolean> {
  const response = await fetch(`${url}/api/health/ready`);
  await response.text();
  return response.ok;
}
