import { CliError } from "@/bin/embedded-postgres/cli-error";
import { explain } from "@/bin/launch/ports";
import { runCommand } from "@/bin/process/command";
import { env } from "@/lib/platform/env";
import { startSandbox } from "@/lib/sandbox/server";

/** Runs only the simulator of the Payment Links API. */
runCommand(async () => {
  const { SANDBOX_PORT: port, HOST: host, DATA_DIR: dataDir, SANDBOX_PUBLIC_URL: publicUrl } = env();
  const sandbox = await startSandbox({ port, host, dataDir, publicUrl }).catch((error: unknown) => {
    throw failedToListen(error) ? new CliError(`SANDBOX_PORT: ${explain(error, port, host)}`) : error;
  });
  console.log(`The sandbox listens on ${sandbox.url}; its pay pages are at ${publicUrl}/link/…`);

  const stop = () => void sandbox.close().then(() => process.exit(0));
  process.once("SIGINT", stop);
  process.once("SIGTERM", stop);
});

/** Whether the error is about listening and not about its stored data. */
function failedToListen(error: unknown): boolean {
  const call = error instanceof Error && "syscall" in error ? error.syscall : undefined;
  return call === "listen" || call === "getaddrinfo";
}
