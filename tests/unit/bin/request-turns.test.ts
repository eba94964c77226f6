import { once } from "node:events";
import { createServer, type Server, type ServerResponse } from "node:http";
import { afterEach, beforeEach, expect, it } from "vitest";
import { takeTurns } from "@/bin/process/request-turns";
import { addressGuesses } from "@/lib/platform/miss-limit";
import { clientAddressHeader } from "@/lib/web/address";

let server: Server;
let origin: string;
/** In the order in which they were begun. */
let begun: { from: string; response: ServerResponse; done: () => void }[];

/** A server whose requests take until the test ends them. */
beforeEach(async () => {
  begun = [];
  const handle = takeTurns(
    (request, response) =>
      new Promise<void>((done) => {
        begun.push({ from: String(request.headers[clientAddressHeader]), response, done });
      }),
  );
  server = createServer((request, response) => void handle(request, response));
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  origin = `http://127.0.0.1:${address && typeof address === "object" ? address.port : 0}`;
});
afterEach(() => {
  server.closeAllConnections();
  server.close();
});

function ask(from: string, signal?: AbortSignal, path = "/"): Promise<number> {
  const sent = fetch(origin + path, { headers: { [clientAddressHeader]: from }, ...(signal && { signal }) });
  return sent.then(
    ({ status }) => status,
    () => 0,
  );
}

function answer(from: string): void {
  const at = begun.findIndex((one) => one.from === from && !one.response.writableEnded);
  begun[at]?.response.end("done");
  begun[at]?.done();
}

it("serves whoever asks once before the rest of somebody who asks for much at once", async () => {
  const flood = Array.from({ length: 30 }, () => ask("192.0.2.1"));
  await expect.poll(() => begun.length).toBeGreaterThanOrEqual(4);
  const other = ask("198.51.100.7");
  await expect.poll(() => begun.some(({ from }) => from === "198.51.100.7")).toBe(true);
  expect(begun.length).toBeLessThan(20);
  answer("198.51.100.7");
  expect(await other).toBe(200);
  while (begun.some(({ response }) => !response.writableEnded) || begun.length < 31) {
    answer("192.0.2.1");
    await new Promise((resolve) => setImmediate(resolve));
  }
  expect(new Set(await Promise.all(flood))).toEqual(new Set([200]));
});

it("counts the addresses of one IPv6 network together", async () => {
  const flood = Array.from({ length: 30 }, (_, at) => ask(`2001:db8:1:2::${at + 1}`));
  await expect.poll(() => begun.length).toBeGreaterThanOrEqual(4);
  void ask("2001:db8:1:3::1");
  await expect.poll(() => begun.some(({ from }) => from === "2001:db8:1:3::1")).toBe(true);
  expect(begun.length).toBeLessThan(20);
  for (const { response, done } of begun) {
    response.end();
    done();
  }
  server.closeAllConnections();
  await Promise.all(flood);
});

it("lets networks that guess short addresses share the turns of one", async () => {
  const networks = Array.from({ length: 30 }, (_, at) => `203.0.113.${at + 1}`);
  for (const network of networks) for (let miss = 0; miss < 4; miss++) addressGuesses().add(network);
  const flood = networks.map((network) => ask(network, undefined, "/p/000000000000"));
  await expect.poll(() => begun.length).toBeGreaterThanOrEqual(2);
  const other = ask("198.51.100.8", undefined, "/p/000000000000");
  await expect.poll(() => begun.some(({ from }) => from === "198.51.100.8")).toBe(true);
  expect(begun.findIndex(({ from }) => from === "198.51.100.8")).toBeLessThan(20);
  while (begun.some(({ response }) => !response.writableEnded) || begun.length < 31) {
    for (const network of [...networks, "198.51.100.8"]) answer(network);
    await new Promise((resolve) => setImmediate(resolve));
  }
  expect(new Set(await Promise.all([...flood, other]))).toEqual(new Set([200]));
});

it("gives the turn to the next one while requests wait for something else", async () => {
  const slow = Array.from({ length: 8 }, () => ask("192.0.2.1"));
  await expect.poll(() => begun.length).toBe(8);
  for (const { response, done } of begun) {
    response.end();
    done();
  }
  expect(await Promise.all(slow)).toEqual(Array(8).fill(200));
});

it("answers 503 when a network has too many waiting", async () => {
  const hangUp = new AbortController();
  const asked = Array.from({ length: 900 }, () => ask("192.0.2.1", hangUp.signal));
  const answers = asked.map((one) => one.then((status) => status || Promise.reject(new Error("no answer"))));
  expect(await Promise.any(answers)).toBe(503);
  hangUp.abort();
  await Promise.allSettled(answers);
});

it("begins nothing for whoever has hung up", async () => {
  const hangUp = new AbortController();
  const flood = Array.from({ length: 300 }, () => ask("2001:db8::1", hangUp.signal));
  await expect.poll(() => begun.length).toBeGreaterThanOrEqual(4);
  hangUp.abort();
  await Promise.all(flood);
  void ask("2001:db8::2");
  await expect.poll(() => begun.some(({ from }) => from === "2001:db8::2")).toBe(true);
  expect(begun.length).toBeLessThan(200);
});
