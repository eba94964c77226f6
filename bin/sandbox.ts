import { constants, setPriority } from "node:os";
import { CliError } from "@/bin/embedded-postgres/cli-error";
import { explain } from "@/bin/launch/ports";
import { runCommand } from "@/bin/process/command";
import { env } from "@/lib/platform/env";
import { startSandbox } from "@/lib/sandbox/server";
import { sandboxSettings } from "@/lib/sandbox/settings";

/** Runs only the simulator of the Payment Links API. */
runCommand(async () => {
  // The portal comes first, whatever is asked of the sandbox.
  setPriority(constants.priority.PRIORITY_LOW);
  const settings = env();
  const { SANDBOX_PORT: port, HOST: host, DATA_DIR: dataDir, SANDBOX_PUBLIC_URL: publicUrl } = settings;
  const options = { port, host, dataDir, publicUrl, token: settings.SANDBOX_TOKEN };
  const sandbox = await startSandbox(options).catch((error: unknown) => {
    throw failedToListen(error) ? new CliError(`SANDBOX_PORT: ${explain(error, port, host)}`) : error;
  });
  console.log(`The sandbox listens on ${sandbox.url}; its pay pages are at ${publicUrl}/link/…`);

  const stop = () => void sandbox.close().then(() => process.exit(0));
  process.once("SIGINT", stop);
  process.once("SIGTERM", stop);
}, sandboxSettings);

/** Whether the error is about listening and not about its stored data. */
function failedToListen(error: unknown): boolean {
  const call = error instanceof Error && "syscall" in error ? error.syscall : undefined;
  return call === "listen" || call === "getaddrinfo";
}
