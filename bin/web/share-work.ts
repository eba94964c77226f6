import cluster, { type Worker } from "node:cluster";
import { once } from "node:events";
import { CliError } from "@/bin/embedded-postgres/cli-error";
import { keepRunning, type Running } from "@/bin/process/keep-running";
import { gatherMetrics } from "@/bin/web/shared-metrics";

/**
 * Runs `serve` in several processes that share one port, so that the portal uses more than one core; with a `count` of 1,
 * in this one. A process that ends is started again, and the others go on. What limits requests in memory (their turns,
 * exports, drawings) does so in each process; limits that hold for all of them together are in the database.
 */
export async function shareWork(count: number, serve: () => Promise<void>): Promise<void> {
  if (count === 1 || cluster.isWorker) return serve();
  // The program's name, which this process has taken from its own arguments.
  cluster.setupPrimary({ args: ["web"] });
  gatherMetrics();
  const processes = Array.from({ length: count }, (_, at) =>
    keepRunning({ name: `web process ${at + 1}`, start: startWorker }),
  );
  const stop = async () => {
    await Promise.allSettled(processes.map(async (one) => (await one).stop()));
    process.exit(0);
  };
  process.once("SIGINT", () => void stop());
  process.once("SIGTERM", () => void stop());
  await Promise.all(processes);
}

/** @throws {CliError} when it ends before it listens; its own output says why. */
async function startWorker(): Promise<Running> {
  const worker = cluster.fork();
  const exited = ended(worker);
  await Promise.race([
    once(worker, "listening"),
    exited.then((how) => Promise.reject(new CliError(`A web process did not start (${how}).`))),
  ]);
  return { exited, stop: () => stopWorker(worker, exited) };
}

async function ended(worker: Worker): Promise<string> {
  const [code, signal] = await once(worker, "exit");
  return signal ? `signal ${signal}` : `exit code ${code}`;
}

async function stopWorker(worker: Worker, exited: Promise<string>): Promise<void> {
  if (!worker.isDead()) worker.process.kill("SIGTERM");
  await exited;
}
