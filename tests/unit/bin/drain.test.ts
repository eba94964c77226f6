import { once } from "node:events";
import { createServer, type ServerResponse } from "node:http";
import net from "node:net";
import { afterEach, beforeEach, expect, it } from "vitest";
import { drainable } from "@/bin/process/drain";

const timeoutMs = 1_000;
const lingerMs = 50;

let waiting: ServerResponse[] = [];
let port: number;
let drain: () => Promise<void>;

/** A server whose `/slow` waits until it is told to answer. */
beforeEach(async () => {
  waiting = [];
  const server = createServer((request, response) => {
    if (request.url === "/slow") waiting.push(response);
    else response.end("done");
  });
  drain = drainable(server, timeoutMs, lingerMs);
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  port = address && typeof address === "object" ? address.port : 0;
});
afterEach(() => drain().catch(() => {}));

it("lets a request under way finish, and does not wait for its connection after that", async () => {
  const answer = fetch(`http://127.0.0.1:${port}/slow`).then((response) => response.text());
  await until(() => waiting.length === 1);
  const startedAt = performance.now();
  const drained = drain();
  waiting[0]?.end("finished");
  expect(await answer).toBe("finished");
  await drained;
  expect(performance.now() - startedAt).toBeLessThan(timeoutMs - 100);
});

it("does not wait for a connection that is idle, nor for one that was never used", async () => {
  await fetch(`http://127.0.0.1:${port}/`).then((response) => response.text());
  const unused = net.connect(port, "127.0.0.1");
  unused.on("error", () => {});
  await once(unused, "connect");
  const startedAt = performance.now();
  await drain();
  expect(performance.now() - startedAt).toBeLessThan(timeoutMs - 100);
});

it("tells a request under way that its connection closes", async () => {
  const answer = fetch(`http://127.0.0.1:${port}/slow`);
  await until(() => waiting.length === 1);
  const drained = drain();
  waiting[0]?.end("finished");
  expect((await answer).headers.get("connection")).toBe("close");
  await drained;
});

it.each([
  { what: "on a connection that was idle", first: "GET / HTTP/1.1\r\nHost: x\r\n\r\n" },
  { what: "on a connection that was just opened", first: "" },
])("answers a form that comes $what when it begins to stop, and closes then", async ({ first }) => {
  const socket = net.connect(port, "127.0.0.1");
  await once(socket, "connect");
  let said = "";
  socket.setEncoding("utf8").on("data", (chunk: string) => {
    said += chunk;
  });
  if (first !== "") {
    socket.write(first);
    await until(() => said.includes("done"));
  }
  said = "";
  const drained = drain();
  // As a proxy sends it that has not heard yet.
  await new Promise((resolve) => setTimeout(resolve, 10));
  socket.write("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\n\r\nhi");
  await once(socket, "end");
  expect(said).toMatch(/^HTTP\/1\.1 200 OK\r\n/);
  expect(said).toMatch(/\r\nConnection: close\r\n/);
  await drained;
});

it("cuts off a request that takes too long", async () => {
  const answer = fetch(`http://127.0.0.1:${port}/slow`);
  await until(() => waiting.length === 1);
  const startedAt = performance.now();
  await Promise.all([drain(), expect(answer).rejects.toThrow()]);
  expect(performance.now() - startedAt).toBeGreaterThan(timeoutMs - 50);
});

it("takes no new connection", async () => {
  await drain();
  await expect(fetch(`http://127.0.0.1:${port}/`)).rejects.toThrow();
});

async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await new Promise((resolve) => setTimeout(resolve, 5));
}
