import { existsSync } from "node:fs";
import { createServer } from "node:http";
import next from "next";
import { CliError } from "@/bin/embedded-postgres/cli-error";
import { explain } from "@/bin/launch/ports";
import { noteClientAddress } from "@/bin/process/client-address";
import { runCommand } from "@/bin/process/command";
import { drainable } from "@/bin/process/drain";
import { startWorker } from "@/lib/jobs/worker";
import { env, requireSetting } from "@/lib/platform/env";
import { keyProvider } from "@/lib/platform/secret-box/key-provider";

/** How long requests under way may take after the signal to stop. */
const drainMs = 4_000;
/** Longer than the 60 seconds of common load balancers, which must be the ones to close an idle connection. */
const keepAliveMs = 65_000;

/** `npm start` is for one machine: there the background work is done in the portal's own process. */
const withWorker = process.argv.includes("--with-worker");

/** The portal, already built, on a database that is already migrated. */
async function serve(): Promise<void> {
  const { PORT: port, HOST: host, APP_URL: appUrl } = env();
  requireSetting("DATABASE_URL");
  requireSetting("NEXTAUTH_SECRET");
  keyProvider();
  if (!existsSync(".next/BUILD_ID")) throw new CliError("The portal is not built yet: npm run build");
  // next-auth reads its own address from here.
  process.env.NEXTAUTH_URL = appUrl;

  const portal = next({ dev: false, dir: process.cwd(), hostname: host, port });
  await portal.prepare();
  const handle = portal.getRequestHandler();
  const server = createServer({ keepAliveTimeout: keepAliveMs }, (request, response) => {
    noteClientAddress(request);
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
