import { once } from "node:events";
import net from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, expect, test } from "vitest";
import { type Mishap, type Moment, startTcpProxy } from "@/tests/support/tcp-proxy";

const undo: (() => unknown)[] = [];
afterEach(async () => {
  for (const step of undo.splice(0).reverse()) await step();
});

/** An echo server behind a proxy. It keeps what it received, and answers "<all of it>" when the client has ended. */
async function echoBehind(plan: Mishap[] = [], watch?: (moment: Moment) => void) {
  const got: string[] = [];
  const server = net.createServer({ allowHalfOpen: true }, (socket) => {
    const index = got.push("") - 1;
    socket.on("error", () => {});
    socket.on("data", (chunk) => {
      got[index] += chunk.toString();
    });
    socket.on("end", () => socket.end(`<${got[index]}>`));
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  undo.push(() => server.close());
  const address = server.address();
  const targetPort = typeof address === "object" && address ? address.port : 0;
  const proxy = await startTcpProxy({
    targetPort,
    plan: (connection) => (connection === 1 ? plan : []),
    ...(watch && { watch }),
  });
  undo.push(() => proxy.close());
  return { got, proxy };
}

/** Sends a text, ends, and answers everything that came back and how the connection ended. */
async function say(port: number, text: string, timeoutMs = 2_000) {
  const socket = net.connect({ port, host: "127.0.0.1", allowHalfOpen: true });
  let answer = "";
  socket.on("data", (chunk) => {
    answer += chunk.toString();
  });
  const ending = Promise.race([
    new Promise((resolve) => socket.once("end", () => resolve("end"))),
    new Promise((resolve) => socket.once("error", (error) => resolve("code" in error && error.code))),
    sleep(timeoutMs, "silence"),
  ]);
  socket.end(text);
  const how = await ending;
  socket.destroy();
  return { answer, how };
}

test("passes everything on, both ways, ends included", async () => {
  const { proxy } = await echoBehind();
  const long = "x".repeat(500_000);
  expect(await say(proxy.port, long)).toEqual({ answer: `<${long}>`, how: "end" });
});

test.each([0, 1, 3, 5])("cuts the request after %i bytes, and the server has got those", async (atByte) => {
  const { proxy, got } = await echoBehind([{ direction: "up", atByte, kind: "cut", how: "reset" }]);
  expect(await say(proxy.port, "hello")).toEqual({ answer: "", how: "ECONNRESET" });
  await expect.poll(() => got.join("")).toBe("hello".slice(0, atByte));
  expect(await say(proxy.port, "again")).toEqual({ answer: "<again>", how: "end" });
});

test.each([0, 1, 4, 7])("ends the answer after %i bytes, as if the server had hung up", async (atByte) => {
  const { proxy } = await echoBehind([{ direction: "down", atByte, kind: "cut", how: "end" }]);
  expect(await say(proxy.port, "hello")).toEqual({ answer: "<hello>".slice(0, atByte), how: "end" });
});

test.each(["up", "down"] as const)("says nothing more in a stalled direction (%s)", async (direction) => {
  const { proxy, got } = await echoBehind([{ direction, atByte: 2, kind: "stall" }]);
  const { answer, how } = await say(proxy.port, "hello", 300);
  expect(how).toBe("silence");
  expect(answer).toBe(direction === "up" ? "" : "<h");
  expect(got.join("")).toBe(direction === "up" ? "he" : "hello");
});

test("is silent until the client gives up, though the server has long hung up", async () => {
  const server = net.createServer((socket) => {
    // It is reset when the proxy ends.
    socket.on("error", () => {});
    socket.end("an answer");
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  undo.push(() => server.close());
  const address = server.address();
  const targetPort = typeof address === "object" && address ? address.port : 0;
  const plan = (): Mishap[] => [{ direction: "down", atByte: 0, kind: "stall" }];
  const proxy = await startTcpProxy({ targetPort, plan });
  undo.push(() => proxy.close());
  const socket = net.connect(proxy.port, "127.0.0.1");
  const heard: string[] = [];
  for (const event of ["data", "end", "close", "error"]) socket.on(event, () => heard.push(event));
  await sleep(3_000);
  expect(heard).toEqual([]);
  socket.destroy();
});

test("delays what follows, and then passes it on whole", async () => {
  const { proxy } = await echoBehind([
    { direction: "up", atByte: 2, kind: "delay", delayMs: 150 },
    { direction: "down", atByte: 1, kind: "delay", delayMs: 150 },
  ]);
  const startedAt = Date.now();
  expect(await say(proxy.port, "hello")).toEqual({ answer: "<hello>", how: "end" });
  expect(Date.now() - startedAt).toBeGreaterThanOrEqual(290);
});

test("refuses connections until it accepts again, at the same port", async () => {
  const { proxy } = await echoBehind();
  proxy.refuse();
  expect(await say(proxy.port, "hello")).toEqual({ answer: "", how: "ECONNREFUSED" });
  await proxy.accept();
  expect(await say(proxy.port, "hello")).toEqual({ answer: "<hello>", how: "end" });
});

test("tells a watcher before bytes pass, who can keep them back by cutting", async () => {
  const seen: string[] = [];
  const { proxy, got } = await echoBehind([], (moment) => {
    seen.push(moment.kind === "bytes" ? `${moment.direction} ${moment.passed} ${moment.chunk}` : moment.kind);
    if (moment.kind === "bytes") moment.cut("reset");
  });
  expect(await say(proxy.port, "hello")).toEqual({ answer: "", how: "ECONNRESET" });
  expect(seen).toEqual(["connected", "up 0 hello"]);
  expect(got.join("")).toBe("");
});
