import { runCommand } from "@/bin/process/command";
import { guardConsole } from "@/bin/process/guard-console";
import { refuseOtherSecrets } from "@/bin/process/refuse-other-secrets";
import { serveMetrics } from "@/bin/process/serve-metrics";
import { startWorker } from "@/lib/jobs/worker";
import { disconnect } from "@/lib/platform/db";
import { requireSetting } from "@/lib/platform/env";
import { log } from "@/lib/platform/log";
import { keyProvider } from "@/lib/platform/secret-box/key-provider";
import { startTracing } from "@/lib/platform/tracing/start-tracing";

/** Does only the background work, on a database that must be migrated. Any number of workers may run. */
runCommand(async () => {
  guardConsole();
  requireSetting("DATABASE_URL");
  requireSetting("NEXTAUTH_SECRET");
  keyProvider();
  await refuseOtherSecrets();
  log().info({ code: "starting", program: "worker", node: process.version });
  const endTracing = await startTracing("worker");
  const worker = startWorker();
  serveMetrics();

  const stop = async () => {
    log().info({ code: "stopping", program: "worker" });
    await worker.stop();
    await disconnect();
    await endTracing();
    process.exit(0);
  };
  process.once("SIGINT", () => void stop());
  process.once("SIGTERM", () => void stop());
});
