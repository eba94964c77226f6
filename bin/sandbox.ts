import { existsSync } from "node:fs";
import { env, SettingError } from "@/lib/env";
import { startSandbox } from "@/lib/sandbox/server";

const listeningProblems: Record<string, string> = {
  EADDRINUSE: "is taken by another program; choose another port",
  EACCES: "may not be used by this user; choose a port above 1023",
};

async function main(): Promise<void> {
  if (existsSync(".env")) process.loadEnvFile(".env");
  const { SANDBOX_PORT: port, HOST: host, DATA_DIR: dataDir, SANDBOX_PUBLIC_URL: publicUrl } = env();
  const sandbox = await startSandbox({ port, host, dataDir, publicUrl });
  console.log(`The sandbox listens on ${sandbox.url}; its pay pages are at ${publicUrl}/link/…`);

  const stop = () => void sandbox.close().then(() => process.exit(0));
  process.once("SIGINT", stop);
  process.once("SIGTERM", stop);
}

main().catch((error: unknown) => {
  console.error(explain(error));
  process.exit(1);
});

function explain(error: unknown): unknown {
  if (error instanceof SettingError) return error.message;
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  const problem = listeningProblems[code];
  return problem ? `SANDBOX_PORT: ${env().SANDBOX_PORT} ${problem}` : error;
}
