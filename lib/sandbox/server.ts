import http, { type IncomingMessage } from "node:http";
import { log } from "@/lib/platform/log";
import { mayCall } from "@/lib/sandbox/access";
import { notFound, refusal, send } from "@/lib/sandbox/answer";
import { limitConnections } from "@/lib/sandbox/connections";
import { answerControl } from "@/lib/sandbox/control";
import type { SandboxLimits } from "@/lib/sandbox/limits";
import { answerPayPage } from "@/lib/sandbox/pay-page";
import { answerPaymentLinks } from "@/lib/sandbox/payment-links";
import { Sandbox } from "@/lib/sandbox/sandbox";
import type { Visit } from "@/lib/sandbox/visit";

export type SandboxOptions = {
  /** 0 chooses a free port. */
  port: number;
  host: string;
  dataDir: string;
  /** Where people reach the pay pages, without a trailing slash; by default the address that the server listens on. */
  publicUrl?: string | undefined;
  /** With it, programs on other machines may call the API; without one, none may. */
  token?: string | undefined;
  limits?: SandboxLimits | undefined;
};

/** How long a caller may take to send the head of a request, and all of it. */
const timeouts = { headersTimeout: 10_000, requestTimeout: 30_000 };

/**
 * Starts a simulator of the Payment Links API. `url` is its address on this machine.
 * @throws the listening error (`EADDRINUSE`, `EACCES`…), or what is wrong with the stored data.
 */
export async function startSandbox(
  options: SandboxOptions,
): Promise<{ url: string; close: () => Promise<void> }> {
  const sandbox = await Sandbox.open(options.dataDir, options.limits);
  let publicUrl = options.publicUrl ?? "";
  const server = http.createServer(timeouts, (request, response) => {
    answer({ request, response, sandbox, publicUrl }, options.token).catch((error: unknown) => {
      // A caller that disconnects while sending causes an error here, which is not the sandbox's fault.
      if (!request.complete) return response.destroy();
      log().error({ err: error }, "sandbox request failed");
      if (response.headersSent) response.destroy();
      else send(response, refusal(500, "Internal Server Error"));
    });
  });
  limitConnections(server);
  await listen(server, options).catch((error: unknown) => {
    sandbox.close();
    throw error;
  });
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : options.port;
  const url = `http://${reachable(options.host)}:${port}`;
  publicUrl ||= url;
  return { url, close: () => close(server, sandbox) };
}

async function answer(visit: Omit<Visit, "url">, token: string | undefined): Promise<void> {
  const { request, response } = visit;
  const url = parseUrl(request);
  const path = url?.pathname ?? "";
  if (!url) return send(response, notFound);
  if (path.startsWith("/link/")) return answerPayPage({ ...visit, url });
  if (!mayCall(request, token)) {
    // Whatever else it sends is not read.
    response.shouldKeepAlive = false;
    return send(response, forOthers);
  }
  if (path === "/v1/payment-links" || path === "/v1/payment-links/") {
    return answerPaymentLinks({ ...visit, url });
  }
  if (path === "/_sandbox" || path.startsWith("/_sandbox/")) return answerControl({ ...visit, url });
  send(response, notFound);
}

/** Only pay pages are for everybody. */
const forOthers = refusal(403, "Only programs on this machine, or with SANDBOX_TOKEN, may call the sandbox");

function parseUrl({ url }: IncomingMessage): URL | undefined {
  const base = "http://sandbox.invalid";
  return url?.startsWith("/") && URL.canParse(base + url) ? new URL(base + url) : undefined;
}

function reachable(host: string): string {
  if (host === "0.0.0.0" || host === "::") return "127.0.0.1";
  return host.includes(":") ? `[${host}]` : host;
}

function listen(server: http.Server, { port, host }: SandboxOptions): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, () => {
      server.off("error", reject);
      resolve();
    });
  });
}

function close(server: http.Server, sandbox: Sandbox): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => {
      sandbox.close();
      resolve();
    });
    server.closeAllConnections();
  });
}
