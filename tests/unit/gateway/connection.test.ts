import { once } from "node:events";
import https from "node:https";
import net from "node:net";
import { afterEach, describe, expect, test, vi } from "vitest";
import { Secret } from "@/lib/core/secret";
import { type Connection, openInAdvance } from "@/lib/gateway/connection";
import { createPaymentLink } from "@/lib/gateway/payment-links-api";
import { answering, startRawServer } from "@/tests/unit/gateway/raw-server";
import { makeCertificate } from "@/tests/unit/gateway/self-signed-certificate";

// A connection that is opened before it is known whether there will be a request.

const good = '{"id":"plink_1","object":"payment_link","url":"https://pay.example/1","active":true}';
/** In two pieces. */
const answer = answering(`HTTP/1.1 200 OK\r\nContent-Length: ${good.length}\r\n\r\n`, (socket) =>
  setTimeout(() => socket.write(good), 10),
);
const timedOut =
  "HTTP/1.1 408 Request Timeout\r\nConnection: close\r\nContent-Length: 15\r\n\r\n" + '{"detail":"no"}';

const cleanups: (() => void)[] = [];
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  for (const cleanup of cleanups.splice(0)) cleanup();
});

/** A server that treats its first connection as told, and answers on every other. */
async function startServer(first: (socket: net.Socket) => void = answer) {
  const sockets: net.Socket[] = [];
  const server = await startRawServer((socket) =>
    sockets.push(socket) === 1 ? first(socket) : answer(socket),
  );
  cleanups.push(server.close);
  return { ...server, url: new URL(`http://127.0.0.1:${server.port}`), sockets };
}

function open(url: URL): Connection {
  const connection = openInAdvance(url);
  if (!connection) throw new Error("none was opened");
  cleanups.push(() => connection.close());
  return connection;
}

function send(url: URL, connection?: Connection, timeoutMs = 5_000) {
  return createPaymentLink({
    ...{ apiKey: new Secret("sk_test_x"), baseUrl: url.origin, timeoutMs, plainHttpUrls: "never" },
    ...{ amountMinor: 4999, currency: "USD", description: "x", connection },
  });
}

const isPost = expect.stringMatching(/^POST \/v1\/payment-links HTTP\/1\.1\r\n/);

test("nothing is written to it before the request, and then the request alone", async () => {
  const { url, received, sockets } = await startServer();
  const connection = open(url);
  await expect.poll(() => sockets.length).toBe(1);
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(received).toEqual([""]);
  expect(await send(url, connection)).toMatchObject({ ok: true });
  expect(received).toEqual([isPost]);
});

test("one that is not established yet is waited for", async () => {
  const { url, received } = await startServer();
  expect(await send(url, open(url))).toMatchObject({ ok: true });
  expect(received).toEqual([isPost]);
});

describe("one to which nothing can be written any more is replaced, and the request is sent once", () => {
  test.each<[string, (socket: net.Socket) => void]>([
    ["closed by the server", (socket) => socket.end()],
    ["reset by the server", (socket) => setTimeout(() => socket.resetAndDestroy(), 10)],
    ["told about a time that is over, and closed", (socket) => socket.end(timedOut)],
    ["told about a time that is over", (socket) => socket.write(timedOut)],
  ])("%s", async (_, first) => {
    const { url, received } = await startServer(first);
    const connection = open(url);
    // At once, and not only because it has been idle for long.
    await expect.poll(() => connection.isUsableFor(url), { timeout: 1_500 }).toBe(false);
    expect(await send(url, connection)).toMatchObject({ ok: true });
    expect(received).toEqual(["", isPost]);
  });

  test("idle for so long that its end may be on the way", async () => {
    vi.useFakeTimers({ toFake: ["performance"] });
    const { url, received, sockets } = await startServer();
    const connection = open(url);
    await expect.poll(() => sockets.length).toBe(1);
    await new Promise((resolve) => setTimeout(resolve, 20));
    vi.advanceTimersByTime(1_900);
    expect(connection.isUsableFor(url)).toBe(true);
    vi.advanceTimersByTime(200);
    expect(await send(url, connection)).toMatchObject({ ok: true });
    expect(received).toEqual(["", isPost]);
  });

  test("of another address", async () => {
    const [mine, other] = [await startServer(), await startServer()];
    expect(await send(mine.url, open(other.url))).toMatchObject({ ok: true });
    expect(mine.received).toEqual([isPost]);
    expect(other.received.join("")).toBe("");
  });
});

test("when it ends in the moment it is taken, nothing was sent", async () => {
  const { url, received, sockets } = await startServer();
  const connection = open(url);
  await expect.poll(() => sockets.length).toBe(1);
  const sent = send(url, connection);
  connection.close();
  expect(await sent).toEqual({ ok: false, code: "unreachable" });
  expect(received).toEqual([""]);
});

test("once something was written, its end is no proof, and nothing is sent on another", async () => {
  const { url, received } = await startServer((socket) =>
    socket.once("data", () => socket.resetAndDestroy()),
  );
  const connection = open(url);
  expect(await send(url, connection)).toEqual({ ok: false, code: "connection_lost" });
  expect(received).toEqual([isPost]);
});

test("the deadline is the request's, also when the connection was there before", async () => {
  const { url, sockets } = await startServer(() => {});
  const connection = open(url);
  await expect.poll(() => sockets.length).toBe(1);
  const late = await send(url, connection, 200);
  expect(late).toEqual({ ok: false, code: "timeout" });
  await expect.poll(() => sockets[0]?.closed).toBe(true);
});

test("one that is not established by the deadline is closed, and nothing was sent", async () => {
  const { url, sockets } = await startServer(() => {});
  const secure = new URL(`https://127.0.0.1:${url.port}`);
  const late = await send(secure, open(secure), 200);
  expect(late).toEqual({ ok: false, code: "unreachable" });
  await expect.poll(() => sockets[0]?.closed).toBe(true);
});

describe("whatever becomes of it, it does no harm", () => {
  test("nobody listens", async () => {
    const { url, close } = await startServer();
    close();
    const connection = open(url);
    await expect.poll(() => connection.isUsableFor(url)).toBe(false);
    expect(await send(url, connection)).toEqual({ ok: false, code: "unreachable" });
  });

  test("a certificate that nobody vouches for: its server sees no request", async () => {
    let requests = 0;
    const server = https.createServer(makeCertificate(), () => requests++).listen(0, "127.0.0.1");
    cleanups.push(() => server.close());
    await once(server, "listening");
    const address = server.address();
    const url = new URL(`https://localhost:${typeof address === "object" && address?.port}`);
    const connection = open(url);
    await expect.poll(() => connection.isUsableFor(url)).toBe(false);
    expect(await send(url, connection)).toEqual({ ok: false, code: "unreachable" });
    expect(requests).toBe(0);
  });

  test("one that nobody needs is closed, established or not", async () => {
    const { url, received, sockets } = await startServer();
    const connection = open(url);
    await expect.poll(() => sockets.length).toBe(1);
    connection.close();
    await expect.poll(() => sockets[0]?.closed).toBe(true);
    for (const host of [url.origin, `http://localhost:${url.port}`, "http://no-such-host.invalid"])
      open(new URL(host)).close();
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(received.join("")).toBe("");
    expect(sockets.every(({ closed }) => closed)).toBe(true);
  });

  test("there are never more than 32 that nobody has taken", async () => {
    const { url, sockets } = await startServer();
    const opened = Array.from({ length: 40 }, () => openInAdvance(url));
    expect(opened.filter(Boolean)).toHaveLength(32);
    expect(await send(url, opened[0])).toMatchObject({ ok: true });
    for (const connection of opened) connection?.close();
    await expect.poll(() => sockets.every(({ closed }) => closed)).toBe(true);
    expect(open(url).isUsableFor(url)).toBe(true);
  });
});

test("a host is named without the port that goes without saying", async () => {
  const { url, port, received } = await startServer();
  const { connect } = net;
  const asked: unknown[] = [];
  vi.spyOn(net, "connect").mockImplementation((options: unknown) => {
    asked.push(options);
    return connect(port, url.hostname);
  });
  expect(await send(new URL("http://127.0.0.1"))).toMatchObject({ ok: true });
  expect(received[0]).toContain("\r\nHost: 127.0.0.1\r\n");
  expect(asked).toMatchObject([{ host: "127.0.0.1", port: 80, noDelay: true }]);
});
