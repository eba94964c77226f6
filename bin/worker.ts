import { runCommand } from "@/bin/command";
import { disconnect } from "@/lib/db";
import { requireSetting } from "@/lib/env";
import { startWorker } from "@/lib/jobs/worker";
import { keyProvider } from "@/lib/secret-box/key-provider";

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
