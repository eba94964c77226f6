import { runCommand } from "@/bin/process/command";
import { startWorker } from "@/lib/jobs/worker";
import { disconnect } from "@/lib/platform/db";
import { requireSetting } from "@/lib/platform/env";
import { keyProvider } from "@/lib/platform/secret-box/key-provider";

/** The background work alone, on a database that is already migrated. Any number of these may run. */
runCommand(async () => {
  requireSetting("DATABASE_URL");
  // It signs the audit log.
  requireSetting("NEXTAUTH_SECRET");
  keyProvider();
  const worker = startWorker();

  const stop = async () => {
    await worker.stop();
    await disconnect();
    process.exit(0);
  };
  process.once("SIGINT", () => void stop());
  process.once("SIGTERM", () => void stop());
});
