import http, { type IncomingHttpHeaders, type IncomingMessage } from "node:http";
import https from "node:https";
import { maxBodyBytes, readBodyText } from "@/lib/gateway/body-text";
import { leaveTurn } from "@/lib/platform/turns";

/** Node allows 250 ms for each address, which is too little for a distant host when IPv6 is broken on the way. */
const addressAttemptMs = 2500;

export type Exchange = {
  method: "GET" | "POST";
  url: URL;
  headers: Record<string, string>;
  body?: string | undefined;
  /** One deadline for everything, from the name lookup to the last byte of the answer. */
  timeoutMs: number;
  signal?: AbortSignal | undefined;
  /** The statuses for which the body is read; for others the status and headers are enough. */
  readsBody: (status: number) => boolean;
};

export type ExchangeResult =
  | { kind: "answered"; status: number; headers: IncomingHttpHeaders; body: string }
  /** `mayHaveSent` is false only when no byte of the request was written to a connection. */
  | { kind: "failed"; cause: "timeout" | "lost" | "unreadable"; mayHaveSent: boolean };

/**
 * Makes one HTTP request on a connection of its own. Follows no redirect and repeats nothing. The request is written
 * only after the connection is established (for https: after the certificate was accepted), so that a failure before
 * proves that nothing was sent. Never rejects for what a network or a server can do.
 */
export function exchange(request: Exchange): Promise<ExchangeResult> {
  // What the answer says is stored at once, whoever else waits by then.
  leaveTurn();
  return new Promise((resolve) => {
    let mayHaveSent = false;
    const secure = request.url.protocol === "https:";
    const outgoing = openRequest(request, secure);

    const finish = (result: ExchangeResult) => {
      clearTimeout(deadline);
      request.signal?.removeEventListener("abort", abort);
      resolve(result);
      // To close a connection takes a while: what the answer says is on its way to be stored by then.
      setImmediate(() => outgoing.destroy());
    };
    const failWith = (cause: "timeout" | "lost" | "unreadable") =>
      finish({ kind: "failed", cause, mayHaveSent });
    const abort = () => failWith("lost");
    const deadline = setTimeout(() => failWith("timeout"), request.timeoutMs);

    outgoing.once("socket", (socket) => {
      socket.once(secure ? "secureConnect" : "connect", () => {
        mayHaveSent = true;
        outgoing.end(request.body);
      });
    });
    outgoing.once("response", (incoming) => {
      const status = incoming.statusCode ?? 0;
      const { headers } = incoming;
      // The request's close event reports this too; the listener is here because an unheard error ends the process.
      incoming.on("error", () => failWith("lost"));
      if (!request.readsBody(status)) return finish({ kind: "answered", status, headers, body: "" });
      readText(incoming, (body) => {
        if (body === undefined) failWith("unreadable");
        else finish({ kind: "answered", status, headers, body });
      });
    });
    // These listeners stay after the promise has resolved: destroying a request can still emit an error.
    outgoing.on("error", (error) => failWith(isMalformedHttp(error) ? "unreadable" : "lost"));
    outgoing.on("close", () => failWith("lost"));

    request.signal?.addEventListener("abort", abort);
    if (request.signal?.aborted) abort();
  });
}

function openRequest({ method, url, headers }: Exchange, secure: boolean): http.ClientRequest {
  const options = { keepAlive: false, autoSelectFamilyAttemptTimeout: addressAttemptMs };
  return secure
    ? https.request(url, { method, headers, agent: new https.Agent(options) })
    : http.request(url, { method, headers, agent: new http.Agent(options) });
}

/** Calls `done` once: with the whole body, or with undefined when it is too large. */
function readText(incoming: IncomingMessage, done: (body: string | undefined) => void): void {
  const chunks: Buffer[] = [];
  let size = 0;
  incoming.on("data", (chunk: Buffer) => {
    size += chunk.length;
    if (size > maxBodyBytes) done(undefined);
    else chunks.push(chunk);
  });
  incoming.once("end", () => done(readBodyText(Buffer.concat(chunks), incoming.headers)));
}

/** Codes that begin with HPE_ are from Node's HTTP parser. */
function isMalformedHttp(error: Error): boolean {
  return "code" in error && typeof error.code === "string" && error.code.startsWith("HPE_");
}
