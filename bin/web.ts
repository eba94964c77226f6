import { existsSync } from "node:fs";
import { createServer } from "node:http";
import next from "next";
import { CliError } from "@/bin/embedded-postgres/cli-error";
import { explain } from "@/bin/launch/ports";
import { noteClientAddress } from "@/bin/process/client-address";
import { runCommand } from "@/bin/process/command";
import { drainable } from "@/bin/process/drain";
import { addResponseHeaders } from "@/bin/process/response-headers";
import { startWorker } from "@/lib/jobs/worker";
import { env, requireSetting } from "@/lib/platform/env";
import { keyProvider } from "@/lib/platform/secret-box/key-provider";

/** How long current requests may take after the signal to stop. */
const drainMs = 4_000;
/** Longer than the usual 60 seconds of load balancers, so that they and not we close an idle connection. */
const keepAliveMs = 65_000;

/** With `npm start`, for one machine, the worker runs in the portal's own process. */
const withWorker = process.argv.includes("--with-worker");

/** Serves the portal, which must be built, from a database that must be migrated. */
async function serve(): Promise<void> {
  const { PORT: port, HOST: host, APP_URL: appUrl, TRUSTED_PROXIES: trusted } = env();
  requireSetting("DATABASE_URL");
  requireSetting("NEXTAUTH_SECRET");
  keyProvider();
  if (!existsSync(".next/BUILD_ID")) throw new CliError("The portal is not built yet: npm run build");
  // next-auth reads the portal's address from here.
  process.env.NEXTAUTH_URL = appUrl;

  const portal = next({ dev: false, dir: process.cwd(), hostname: host, port });
  await portal.prepare();
  const handle = portal.getRequestHandler();
  const server = createServer({ keepAliveTimeout: keepAliveMs }, (request, response) => {
    noteClientAddress(request, trusted);
    addResponseHeaders(request, response);
    void handle(request, response);
  });
  const drain = drainable(server, drainMs);
  await new Promise<void>((resolve, reject) => {
    server.once("error", (error) => reject(new CliError(`PORT: ${explain(error, port, host)}`)));
    server.listen(port, host, resolve);
  });

  const worker = withWorker ? startWorker() : undefined;

  const stop = async () => {
    await Promise.all([drain(), worker?.stop()]);
    await portal.close();
    process.exit(0);
  };
  process.once("SIGINT", () => void stop());
  process.once("SIGTERM", () => void stop());
}

runCommand(serve);
