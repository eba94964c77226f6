import type { IncomingMessage, ServerResponse } from "node:http";
import next from "next";
import { CliError } from "@/bin/embedded-postgres/cli-error";
import { explain } from "@/bin/launch/ports";
import { actionKeySetting, toActionKey } from "@/bin/process/action-key";
import { answerMetrics } from "@/bin/process/answer-metrics";
import { answerRefusal } from "@/bin/process/answer-refusal";
import { noteClientAddress } from "@/bin/process/client-address";
import { compressResponse } from "@/bin/process/compress-responses";
import { countRequest } from "@/bin/process/count-request";
import { drainable } from "@/bin/process/drain";
import { guardForm } from "@/bin/process/guard-form";
import { createLimitedServer } from "@/bin/process/limited-server";
import { sayWhatIsMissing } from "@/bin/process/missing-page";
import { noteRequestId } from "@/bin/process/note-request-id";
import { preparePage } from "@/bin/process/prepare-page";
import { refuseOtherSecrets } from "@/bin/process/refuse-other-secrets";
import { refuseRequest } from "@/bin/process/refuse-request";
import { takeTurns } from "@/bin/process/request-turns";
import { addResponseHeaders } from "@/bin/process/response-headers";
import { tidyShortAddress } from "@/bin/process/tidy-short-address";
import { noBuild, readBuild } from "@/bin/web/build";
import { shareMetrics } from "@/bin/web/shared-metrics";
import { openingsWritten } from "@/lib/domain/payment-links/openings/record-opening";
import { addWorkMetrics } from "@/lib/jobs/work-metrics";
import { env, requireSetting } from "@/lib/platform/env";
import { log } from "@/lib/platform/log";
import { withRequestId } from "@/lib/platform/request-id";
import { keyProvider } from "@/lib/platform/secret-box/key-provider";
import { startTracing } from "@/lib/platform/tracing/start-tracing";

/** Serves the portal from a database that must be migrated. Outside development the portal must be built. */
export async function servePortal(): Promise<void> {
  const { PORT: port, HOST: host, APP_URL: appUrl, TRUSTED_PROXIES: trusted, METRICS_TOKEN: token } = env();
  log().info({ code: "starting", program: "web", node: process.version });
  requireSetting("DATABASE_URL");
  process.env[actionKeySetting] = toActionKey(requireSetting("NEXTAUTH_SECRET"));
  keyProvider();
  const dev = env().NODE_ENV === "development";
  const { toRoute, preferCompressed, answerBefore } = dev ? noBuild : readBuild();
  // next-auth reads the portal's address from here.
  process.env.NEXTAUTH_URL = appUrl;

  const endTracing = await startTracing("web");
  addWorkMetrics();
  const readMetrics = shareMetrics();
  const portal = next({ dev, dir: process.cwd(), hostname: host, port });
  // Next is loaded while Postgres answers.
  await Promise.all([refuseOtherSecrets(), portal.prepare()]);
  const answerByNext = portal.getRequestHandler();
  const answer = answerBefore(async (request, response) => {
    const guarded = await guardForm(request, response);
    if (guarded) await answerByNext(guarded, response);
  });
  const handle = takeTurns((request, response) =>
    answer(request, response).catch((error: unknown) => failed(request, response, error)),
  );
  const server = createLimitedServer((request, response) => {
    const requestId = noteRequestId(request, response, trusted);
    noteClientAddress(request, trusted);
    tidyShortAddress(request);
    addResponseHeaders(request, response);
    compressResponse(request, response);
    preferCompressed(request, response);
    countRequest(request, response, toRoute);
    if (request.url === "/api/metrics") return void answerMetrics(request, response, token, readMetrics);
    if (refuseRequest(request, response) || preparePage(request, response)) return;
    sayWhatIsMissing(request, response);
    void withRequestId(requestId, () => handle(request, response));
  });
  const drain = drainable(server, env().SHUTDOWN_TIMEOUT_MS);
  await new Promise<void>((resolve, reject) => {
    server.once("error", (error) => reject(new CliError(`PORT: ${explain(error, port, host)}`)));
    server.listen(port, host, resolve);
  });

  log().info({ code: "listening", program: "web", host, port });

  const stop = async () => {
    log().info({ code: "stopping", program: "web" });
    await drain();
    await openingsWritten();
    await portal.close();
    await endTracing();
    process.exit(0);
  };
  process.once("SIGINT", () => void stop());
  process.once("SIGTERM", () => void stop());
}

/** What Next itself does not catch concerns one request, and must not end the process. */
function failed(request: IncomingMessage, response: ServerResponse, error: unknown): void {
  log().error({ code: "request_failed", err: error });
  if (response.headersSent) response.destroy();
  else answerRefusal(request, response, "failed", { status: 500 });
}
