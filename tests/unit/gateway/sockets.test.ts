import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import https from "node:https";
import net from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { inspect, promisify } from "node:util";
import { afterEach, describe, expect, test } from "vitest";
import { Secret } from "@/lib/core/secret";
import { type GatewayFailureCode, outcomeByCode } from "@/lib/gateway/failures";
import { createPaymentLink, listPaymentLinks } from "@/lib/gateway/payment-links-api";
import { answering, startRawServer } from "@/tests/unit/gateway/raw-server";
import { makeCertificate } from "@/tests/unit/gateway/self-signed-certificate";

const plainKey = "sk_test_canary_7f3a";
const impatientMs = 300;

const cleanups: (() => void)[] = [];
afterEach(() => {
  for (const cleanup of cleanups.splice(0)) cleanup();
});

async function rawServer(onConnection: (socket: net.Socket) => void) {
  const server = await startRawServer(onConnection);
  cleanups.push(server.close);
  return server;
}

type Options = { timeoutMs?: number; signal?: AbortSignal; key?: string };

async function create(baseUrl: string, { timeoutMs = 10_000, signal, key = plainKey }: Options = {}) {
  const apiKey = new Secret(key);
  const link = { amountMinor: 4999, currency: "USD", description: "x" };
  const result = await createPaymentLink({
    apiKey,
    baseUrl,
    timeoutMs,
    plainHttpUrls: "never",
    signal,
    ...link,
  });
  expect(JSON.stringify(result) + inspect(result, { depth: 9, showHidden: true })).not.toContain(key);
  return result;
}

function failure(code: GatewayFailureCode, outcome: string) {
  expect(outcomeByCode[code]).toBe(outcome);
  return expect.objectContaining({ ok: false, code });
}

const good = JSON.stringify({
  id: "plink_1",
  object: "payment_link",
  url: "https://pay.example/1",
  active: true,
});
const goodAnswer = `HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: ${good.length}\r\n\r\n${good}`;

describe("what leaves", () => {
  test("one POST on one connection, with the documented body and headers", async () => {
    const server = await rawServer(answering(goodAnswer));
    const result = await create(`http://127.0.0.1:${server.port}`);
    expect(result).toEqual({
      ok: true,
      value: { upstreamId: "plink_1", url: "https://pay.example/1", active: true },
    });
    expect(server.received).toHaveLength(1);
    const [head, body] = server.received[0]?.split("\r\n\r\n") ?? [];
    expect(head?.split("\r\n").toSorted()).toEqual([
      "Accept-Encoding: identity",
      "Accept: application/json",
      "Connection: close",
      "Content-Length: 50",
      "Content-Type: application/json",
      `Host: 127.0.0.1:${server.port}`,
      "POST /v1/payment-links HTTP/1.1",
      "User-Agent: Cobro",
      `X-Api-Key: ${plainKey}`,
    ]);
    expect(JSON.parse(body ?? "")).toEqual({ amount: 4999, currency: "USD", description: "x" });
  });

  test("a list call asks for its page and sends no body", async () => {
    const server = await rawServer(answering(goodAnswer));
    const baseUrl = `http://127.0.0.1:${server.port}`;
    const apiKey = new Secret(plainKey);
    await listPaymentLinks({
      apiKey,
      baseUrl,
      timeoutMs: 10_000,
      plainHttpUrls: "never",
      limit: 5,
      offset: 20,
    });
    expect(server.received[0]).toMatch(/^GET \/v1\/payment-links\?limit=5&offset=20 HTTP\/1\.1\r\n/);
    expect(server.received[0]).not.toContain("Content-");
  });

  test.each(["sk_test_\r\nX-Evil: 1", "sk_test_ñ", "sk test", ""])(
    "the key %j is never put in a header",
    async (key) => {
      const server = await rawServer(answering(goodAnswer));
      const baseUrl = `http://127.0.0.1:${server.port}`;
      const apiKey = new Secret(key);
      const result = await listPaymentLinks({
        apiKey,
        baseUrl,
        timeoutMs: 1000,
        plainHttpUrls: "never",
        limit: 1,
        offset: 0,
      });
      expect(result).toEqual(failure("key_refused", "rejected"));
      expect(server.received).toEqual([]);
    },
  );
});

describe("a connection that never stood proves that nothing was sent", () => {
  const unreachable = () => failure("unreachable", "not_sent");

  test("a name that does not exist", async () => {
    expect(await create("http://no-such-host.invalid")).toEqual(unreachable());
  });

  test("nobody listens", async () => {
    const server = await startRawServer(() => {});
    server.close();
    expect(await create(`http://127.0.0.1:${server.port}`)).toEqual(unreachable());
  });

  test("garbage where TLS is expected", async () => {
    const server = await rawServer(answering("this is no TLS\r\n\r\n"));
    expect(await create(`https://127.0.0.1:${server.port}`)).toEqual(unreachable());
    expect(server.received.join()).not.toContain(plainKey);
  });

  test("a reset in the middle of the TLS handshake", async () => {
    const server = await rawServer((socket) => socket.once("data", () => socket.resetAndDestroy()));
    expect(await create(`https://127.0.0.1:${server.port}`)).toEqual(unreachable());
  });

  test("a TLS handshake that is never answered, until the deadline", async () => {
    const server = await rawServer(() => {});
    const result = await create(`https://127.0.0.1:${server.port}`, { timeoutMs: impatientMs });
    expect(result).toEqual(unreachable());
    expect(server.received.join()).not.toContain(plainKey);
  });

  test("a certificate that nobody vouches for: its server sees no request", async () => {
    let requests = 0;
    const server = https.createServer(makeCertificate(), () => requests++).listen(0, "127.0.0.1");
    cleanups.push(() => server.close());
    let decrypted = "";
    server.on("secureConnection", (socket) => {
      socket.on("data", (chunk: Buffer) => {
        decrypted += chunk.toString();
      });
    });
    await once(server, "listening");
    expect(await create(`https://localhost:${getPort(server)}`)).toEqual(unreachable());
    expect([requests, decrypted]).toEqual([0, ""]);
  });

  test("an address that swallows what it is sent, until the deadline", async () => {
    const { port, stop } = await startBlackHole();
    cleanups.push(stop);
    const started = Date.now();
    expect(await create(`http://127.0.0.1:${port}`, { timeoutMs: impatientMs })).toEqual(unreachable());
    expect(Date.now() - started).toBeGreaterThanOrEqual(impatientMs - 5);
  });

  test("given up before the connection stood", async () => {
    const { port, stop } = await startBlackHole();
    cleanups.push(stop);
    const signal = AbortSignal.timeout(100);
    expect(await create(`http://127.0.0.1:${port}`, { signal })).toEqual(unreachable());
    expect(await create(`http://127.0.0.1:${port}`, { signal: AbortSignal.abort() })).toEqual(unreachable());
  });
});

describe("once it stood, a failure proves nothing", () => {
  const lost = () => failure("connection_lost", "unknown");
  const late = () => failure("timeout", "unknown");
  const unreadable = () => failure("unreadable_answer", "unknown");
  const head = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n";
  const end = (socket: net.Socket) => socket.end();

  test.each<[string, (socket: net.Socket) => void, () => unknown]>([
    ["closed at once", (socket) => socket.end(), lost],
    ["closed after the request", (socket) => socket.once("data", () => socket.end()), lost],
    ["closed in the head", answering("HTTP/1.1 200 OK\r\nContent-", end), lost],
    ["closed after the head", answering(`${head}Content-Length: 20\r\n\r\n`, end), lost],
    ["closed in the body", answering(`${head}Content-Length: 500\r\n\r\n${good}`, end), lost],
    [
      "reset in the body",
      answering(`${head}Content-Length: 500\r\n\r\n${good}`, (s) => s.resetAndDestroy()),
      lost,
    ],
    ["closed in a chunk", answering(`${head}Transfer-Encoding: chunked\r\n\r\n5\r\n{"id"`, end), lost],
    ["a length that is too small", answering(`${head}Content-Length: 9\r\n\r\n${good}`, end), unreadable],
    ["a length that is no number", answering(`${head}Content-Length: ten\r\n\r\n${good}`, end), unreadable],
    ["a chunk that is no number", answering(`${head}Transfer-Encoding: chunked\r\n\r\nzz\r\n`), unreadable],
    ["not HTTP", answering("SSH-2.0-OpenSSH_9.6\r\n"), unreadable],
    ["a head without end", answering(`${head}X-Padding: ${"x".repeat(100_000)}`), unreadable],
    ["an upgrade", answering("HTTP/1.1 101 Switching\r\nUpgrade: ws\r\nConnection: Upgrade\r\n\r\n"), lost],
    [
      "an address with bytes that are no UTF-8",
      latin1(`${head}Connection: close\r\n\r\n${good.replace("/1", "/\xe9")}`),
      unreadable,
    ],
    [
      "a trailing comma",
      answering(`${head}Connection: close\r\n\r\n${good.replace("}", ",}")}`, end),
      unreadable,
    ],
    ["204", answering("HTTP/1.1 204 No Content\r\n\r\n"), unreadable],
  ])("%s", async (_, behaviour, expected) => {
    const server = await rawServer(behaviour);
    expect(await create(`http://127.0.0.1:${server.port}`)).toEqual(expected());
    expect(server.received).toHaveLength(1);
  });

  test("a reset at once is seen before the connection stood, or after; nothing of the key arrived", async () => {
    const server = await rawServer((socket) => socket.resetAndDestroy());
    const result = await create(`http://127.0.0.1:${server.port}`);
    expect(["unreachable", "connection_lost"]).toContain(result.ok ? "ok" : result.code);
    expect(server.received).toEqual([""]);
  });

  test.each<[string, (socket: net.Socket) => void]>([
    ["no answer", () => {}],
    ["a head that stops", answering("HTTP/1.1 200 OK\r\nContent-")],
    ["a body that stops", answering(`${head}Content-Length: 500\r\n\r\n${good}`)],
    ["a body that drips", answering(`${head}Content-Length: 500\r\n\r\n`, drip)],
    ["only 'continue'", answering("HTTP/1.1 100 Continue\r\n\r\n")],
  ])("%s until the deadline", async (_, behaviour) => {
    const server = await rawServer(behaviour);
    const started = Date.now();
    expect(await create(`http://127.0.0.1:${server.port}`, { timeoutMs: impatientMs })).toEqual(late());
    expect(Date.now() - started).toBeLessThan(impatientMs + 2000);
  });

  test("given up after the request may have left", async () => {
    const controller = new AbortController();
    const server = await rawServer((socket) => socket.once("data", () => controller.abort()));
    expect(await create(`http://127.0.0.1:${server.port}`, { signal: controller.signal })).toEqual(lost());
  });

  test("more than a MiB, announced or not", async () => {
    const padding = "x".repeat(1024 * 1024);
    for (const rest of [`Content-Length: ${padding.length + 1}\r\n\r\n`, "Connection: close\r\n\r\n"]) {
      const server = await rawServer(answering(`${head}${rest}"${padding}`));
      expect(await create(`http://127.0.0.1:${server.port}`)).toEqual(unreadable());
    }
  });

  test("a status that says enough is not kept waiting for its body", async () => {
    const server = await rawServer(
      answering("HTTP/1.1 503 Busy\r\nRetry-After: 5\r\nContent-Length: 500\r\n\r\n"),
    );
    const result = await create(`http://127.0.0.1:${server.port}`);
    expect(result).toEqual({ ok: false, code: "server_error", retryAfterMs: 5000 });
  });
});

const html = "<html><body>No</body></html>";
const detail = '{"detail":"No"}';

test.each<[number, string, GatewayFailureCode]>([
  [301, detail, "redirected"],
  [304, "", "redirected"],
  [308, html, "redirected"],
  [400, detail, "invalid_request"],
  [400, html, "unreadable_answer"],
  [400, "{}", "unreadable_answer"],
  [401, detail, "key_refused"],
  [401, "{}", "key_refused"],
  [401, "[]", "unreadable_answer"],
  [401, "", "unreadable_answer"],
  [402, detail, "unreadable_answer"],
  [403, html, "unreadable_answer"],
  [404, detail, "not_found"],
  [404, html, "unreadable_answer"],
  [404, "{}", "unreadable_answer"],
  [409, detail, "unreadable_answer"],
  [422, detail, "invalid_request"],
  [422, '"no"', "unreadable_answer"],
  [429, html, "rate_limited"],
  [500, detail, "server_error"],
  [502, html, "server_error"],
  [599, good, "server_error"],
  [201, good.replace("https", "http"), "unreadable_answer"],
  [206, html, "unreadable_answer"],
])("%i with %s is %s", async (status, body, code) => {
  const server = await rawServer(
    answering(`HTTP/1.1 ${status} X\r\nContent-Length: ${body.length}\r\n\r\n${body}`),
  );
  expect(await create(`http://127.0.0.1:${server.port}`)).toMatchObject({ ok: false, code });
});

test("an upstream that repeats the key in its refusal gives nothing of it away", async () => {
  const body = JSON.stringify({ detail: [{ loc: ["header", plainKey], msg: `bad key ${plainKey}` }] });
  const server = await rawServer(
    answering(`HTTP/1.1 422 No\r\nContent-Length: ${body.length}\r\n\r\n${body}`),
  );
  const result = await create(`http://127.0.0.1:${server.port}`);
  expect(result).toEqual({ ok: false, code: "invalid_request", fields: [] });
});

test("over TLS with a certificate that is trusted", async () => {
  const { key, cert } = makeCertificate();
  const directory = mkdtempSync(join(tmpdir(), "cobro-tls-"));
  cleanups.push(() => rmSync(directory, { recursive: true }));
  const certPath = join(directory, "cert.pem");
  writeFileSync(certPath, cert);
  const keys: unknown[] = [];
  const server = https.createServer({ key, cert }, (request, response) => {
    keys.push(request.headers["x-api-key"]);
    response.end(good);
  });
  cleanups.push(() => server.close());
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ["--import", "tsx", "tests/unit/gateway/trusted-call.ts", `https://localhost:${getPort(server)}`],
    { env: { ...process.env, NODE_EXTRA_CA_CERTS: certPath, LOG_LEVEL: "silent" } },
  );
  expect(JSON.parse(stdout)).toEqual({
    ok: true,
    value: { upstreamId: "plink_1", url: "https://pay.example/1", active: true },
  });
  expect(keys).toEqual(["sk_test_over_tls"]);
}, 20_000);

function getPort(server: net.Server): number {
  const address = server.address();
  return typeof address === "object" && address ? address.port : 0;
}

function latin1(text: string) {
  return (socket: net.Socket) => {
    socket.once("data", () => socket.end(Buffer.from(text, "latin1")));
  };
}

function drip(socket: net.Socket): void {
  const timer = setInterval(() => socket.write(" "), 20);
  socket.on("close", () => clearInterval(timer));
}

/** A port whose queue of connections is full: a new connection gets no answer at all. */
async function startBlackHole(): Promise<{ port: number; stop: () => void }> {
  const program = `
    const server = require("node:net").createServer().listen({ port: 0, host: "127.0.0.1", backlog: 1 }, () => {
      require("node:fs").writeSync(1, server.address().port + "\\n");
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
    });`;
  const child = spawn(process.execPath, ["-e", program]);
  const [chunk] = await once(child.stdout, "data");
  const port = Number(String(chunk));
  const fillers = Array.from({ length: 8 }, () => net.connect(port, "127.0.0.1").on("error", () => {}));
  await new Promise((resolve) => setTimeout(resolve, 100));
  return {
    port,
    stop: () => {
      for (const filler of fillers) filler.destroy();
      child.kill("SIGKILL");
    },
  };
}
