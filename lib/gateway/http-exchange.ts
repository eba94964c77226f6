import http, { type IncomingHttpHeaders, type IncomingMessage } from "node:http";
import https from "node:https";
import type { Socket } from "node:net";
import { maxBodyBytes, readBodyText } from "@/lib/gateway/body-text";
import { Connection, defaultPort } from "@/lib/gateway/connection";
import { leaveTurn } from "@/lib/platform/turns";

export type Exchange = {
  method: "GET" | "POST";
  url: URL;
  headers: Record<string, string>;
  body?: string | undefined;
  /** One deadline for everything, from the name lookup to the last byte of the answer. */
  timeoutMs: number;
  signal?: AbortSignal | undefined;
  /** One that was opened in advance. If nothing can be written to it any more, another one is opened. */
  connection?: Connection | undefined;
  /** The statuses for which the body is read; for others the status and headers are enough. */
  readsBody: (status: number) => boolean;
};

export type ExchangeResult =
  | { kind: "answered"; status: number; headers: IncomingHttpHeaders; body: string }
  /** `mayHaveSent` is false only when no byte of the request was written to a connection. */
  | { kind: "failed"; cause: "timeout" | "lost" | "unreadable"; mayHaveSent: boolean };

/**
 * Makes one HTTP request on a connection that carries no other. Follows no redirect and repeats nothing. The request is
 * written only after the connection is established (for https: after the certificate was accepted), so that a failure
 * before proves that nothing was sent. Never rejects for what a network or a server can do.
 */
export function exchange(request: Exchange): Promise<ExchangeResult> {
  // What the answer says is stored at once, whoever else waits by then.
  leaveTurn();
  return new Promise((resolve) => {
    let mayHaveSent = false;
    let connection: Connection | undefined;
    const outgoing = openRequest(request, (give) => {
      const { url, connection: inAdvance } = request;
      connection = inAdvance?.isUsableFor(url) ? inAdvance : new Connection(url);
      connection.take(give, () => failWith("lost"));
    });

    const finish = (result: ExchangeResult) => {
      clearTimeout(deadline);
      request.signal?.removeEventListener("abort", abort);
      resolve(result);
      outgoing.destroy();
      connection?.close();
    };
    const failWith = (cause: "timeout" | "lost" | "unreadable") =>
      finish({ kind: "failed", cause, mayHaveSent });
    const abort = () => failWith("lost");
    const deadline = setTimeout(() => failWith("timeout"), request.timeoutMs);

    outgoing.once("socket", () => {
      if (!connection?.begin()) return failWith("lost");
      mayHaveSent = true;
      outgoing.end(request.body);
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

/** `connect` is to give the socket once it is established. */
function openRequest(
  { method, url, headers }: Exchange,
  connect: (give: (socket: Socket) => void) => void,
): http.ClientRequest {
  const createConnection: http.RequestOptions["createConnection"] = (_, give) => {
    connect((socket) => give(null, socket));
    return undefined;
  };
  const options = { method, headers, createConnection, defaultPort: defaultPort(url) };
  return url.protocol === "https:" ? https.request(url, options) : http.request(url, options);
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
