import { once } from "node:events";
import http, { type IncomingHttpHeaders, type RequestListener } from "node:http";
import https from "node:https";
import { makeCertificate } from "@/tests/unit/gateway/self-signed-certificate";

export type ProxyHeaders = (asked: IncomingHttpHeaders) => Record<string, string>;

export type ProxyAnswer = { status: number; type: string; body: string };

export type PlainProxy = {
  /** Where people open it. */
  url: string;
  /** From now on requests are sent to this `http://` address. */
  passTo(target: string): void;
  /** From now on it also sends these headers, made from the request's own headers. */
  addHeaders(headers: ProxyHeaders): void;
  /** From now on it answers this path by itself. */
  answer(path: string, answer: ProxyAnswer): void;
  close(): Promise<void>;
};

/**
 * A reverse proxy in its simplest configuration (nginx with only `proxy_pass`): the portal gets the proxy's own name
 * for it as Host, is called over http, and is not told who sent the request.
 * @param secure people reach the proxy over https.
 */
export async function startPlainProxy(secure: boolean): Promise<PlainProxy> {
  let target = "";
  let headers: ProxyHeaders = () => ({});
  const answers = new Map<string, ProxyAnswer>();
  const pass: RequestListener = (request, response) => {
    const { method, url = "/" } = request;
    const own = answers.get(url);
    if (own) {
      response.writeHead(own.status, { "content-type": own.type }).end(own.body);
      return;
    }
    const { host: _host, connection: _connection, ...kept } = request.headers;
    const sent = { ...kept, host: new URL(target).host, ...headers(request.headers) };
    const onward = http.request(new URL(url, target), { method, headers: sent }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
    });
    onward.on("error", () => response.destroy());
    request.pipe(onward);
  };
  const server = secure ? https.createServer(makeCertificate(), pass) : http.createServer(pass);
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  return {
    url: `${secure ? "https" : "http"}://localhost:${port}`,
    passTo: (to) => {
      target = to;
    },
    addHeaders: (added) => {
      headers = added;
    },
    answer: (path, answer) => void answers.set(path, answer),
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}
