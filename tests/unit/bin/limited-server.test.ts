import { once } from "node:events";
import { connect, type Socket } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, beforeEach, expect, test } from "vitest";
import { createLimitedServer } from "@/bin/process/limited-server";

const limits = { headMs: 150, requestMs: 400, idleMs: 1_000, lookMs: 20 };

let server: ReturnType<typeof createLimitedServer>;
let port: number;

/** A server that reads a request's body to its end. */
beforeEach(async () => {
  server = createLimitedServer((request, response) => {
    request.on("error", () => {});
    request.resume().once("end", () => response.end("done"));
  }, limits);
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  port = address && typeof address === "object" ? address.port : 0;
});
afterEach(() => {
  server.closeAllConnections();
  server.close();
});

/** Sends the pieces with pauses between them, and answers what came back until the server ended the connection. */
async function send(pieces: Iterable<string>, pauseMs: number): Promise<string> {
  const socket: Socket = connect(port, "127.0.0.1").on("error", () => {});
  let answer = "";
  socket.on("data", (data) => {
    answer += data.toString();
  });
  const closed = once(socket, "close");
  for (const piece of pieces) {
    if (socket.destroyed) break;
    socket.write(piece);
    await sleep(pauseMs);
  }
  await closed;
  return answer.split("\r\n")[0] ?? "";
}

const head = "POST / HTTP/1.1\r\nHost: cobro.example\r\nContent-Length: 100\r\n";

test("a head that comes letter by letter is not waited for", async () => {
  expect(await send(head, 20)).toBe("HTTP/1.1 408 Request Timeout");
});

test("a body that comes letter by letter is not waited for", async () => {
  expect(await send([`${head}\r\n`, ..."x".repeat(99)], 20)).toMatch(/^(HTTP\/1\.1 408 Request Timeout)?$/);
});

test("a whole request is answered, in as many pieces as it comes, and its connection is kept for the next", async () => {
  const answer = await send(
    [
      `${head}\r\n`,
      "x".repeat(40),
      "x".repeat(60),
      "GET / HTTP/1.1\r\nHost: cobro.example\r\nConnection: close\r\n\r\n",
    ],
    20,
  );
  expect(answer).toBe("HTTP/1.1 200 OK");
});
