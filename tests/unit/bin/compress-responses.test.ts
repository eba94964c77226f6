import { randomBytes } from "node:crypto";
import { once } from "node:events";
import http, { type IncomingMessage, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { buffer } from "node:stream/consumers";
import { brotliDecompressSync, createBrotliDecompress, gunzipSync } from "node:zlib";
import { afterEach, expect, test, vi } from "vitest";
import { compressResponse } from "@/bin/process/compress-responses";

const servers: Server[] = [];

afterEach(() => {
  for (const server of servers.splice(0)) server.close().closeAllConnections();
});

/** A server that compresses what `answer` writes. Answers its address. */
async function serve(answer: RequestListener): Promise<string> {
  const server = http.createServer((request, response) => {
    compressResponse(request, response);
    answer(request, response);
  });
  servers.push(server.listen(0, "127.0.0.1"));
  await once(server, "listening");
  const { port }: Partial<AddressInfo> = Object(server.address());
  return `http://127.0.0.1:${port}`;
}

async function ask(
  url: string,
  headers: Record<string, string> = {},
  method = "GET",
): Promise<IncomingMessage> {
  const request = http.request(url, { method, headers, agent: false }).end();
  const [response]: IncomingMessage[] = await once(request, "response");
  if (!response) throw new Error("no response");
  return response;
}

const text = "Pagamentos de hoje, e de ontem. ".repeat(200);
const html = { "Content-Type": "text/html; charset=utf-8" };
const page: RequestListener = (_, response) => void response.writeHead(200, html).end(text);
const decode = { br: brotliDecompressSync, gzip: gunzipSync };

test.each<[accepted: string | undefined, encoding: keyof typeof decode | undefined]>([
  [undefined, undefined],
  ["", undefined],
  ["identity", undefined],
  ["zstd", undefined],
  ["gzip", "gzip"],
  ["GZIP", "gzip"],
  ["gzip, deflate", "gzip"],
  ["gzip, deflate, br, zstd", "br"],
  ["br;q=0, gzip", "gzip"],
  ["br;q=0.5, gzip;q=0.8", "gzip"],
  ["gzip;q=0, br;q=0", undefined],
  ["identity;q=1, gzip;q=0.2", undefined],
  ["*", "br"],
  ["*;q=0", undefined],
  ["*;q=0, gzip", "gzip"],
])("who accepts %j is sent %s", async (accepted, encoding) => {
  const response = await ask(
    await serve(page),
    accepted === undefined ? {} : { "accept-encoding": accepted },
  );
  const bytes = await buffer(response);
  expect(response.headers["content-encoding"]).toBe(encoding);
  expect(response.headers.vary).toBe("Accept-Encoding");
  expect(String(encoding ? decode[encoding](bytes) : bytes)).toBe(text);
  if (encoding) expect(bytes.length).toBeLessThan(text.length / 10);
});

const br = { "accept-encoding": "gzip, br" };

test.each<[what: string, answer: RequestListener, body: string]>([
  ["a picture", (_, response) => response.writeHead(200, { "Content-Type": "image/png" }).end(text), text],
  ["a font", (_, response) => response.writeHead(200, { "Content-Type": "font/woff2" }).end(text), text],
  ["a few words", (_, response) => response.setHeader("Content-Type", "text/html").end("ok"), "ok"],
  [
    "what nobody may change",
    (_, response) => response.writeHead(200, { ...html, "Cache-Control": "private, no-transform" }).end(text),
    text,
  ],
  ["a part", (_, response) => response.writeHead(206, html).end(text), text],
  ["no content", (_, response) => response.writeHead(204, html).end(), ""],
  ["nothing new", (_, response) => response.writeHead(304, { ...html, ETag: '"1"' }).end(), ""],
])("%s is left as it is", async (_, answer, body) => {
  const response = await ask(await serve(answer), br);
  expect(response.headers["content-encoding"]).toBeUndefined();
  expect(String(await buffer(response))).toBe(body);
});

test("what is encoded already is not encoded again", async () => {
  const url = await serve((_, response) =>
    response.writeHead(200, { ...html, "Content-Encoding": "gzip" }).end("encoded before".repeat(100)),
  );
  const response = await ask(url, br);
  expect(response.headers["content-encoding"]).toBe("gzip");
  expect(String(await buffer(response))).toBe("encoded before".repeat(100));
});

test("a tag is weak where the page is encoded, and says so of none that is not", async () => {
  const url = await serve((_, response) => response.writeHead(200, { ...html, ETag: '"1"' }).end(text));
  expect((await ask(url, br)).headers.etag).toBe('W/"1"');
  expect((await ask(url)).headers.etag).toBe('"1"');
});

test("a page that has not changed names what it depends on, as the page itself does", async () => {
  const url = await serve((_, response) => response.writeHead(304, { Vary: "rsc" }).end());
  expect((await ask(url, br)).headers.vary).toBe("rsc, Accept-Encoding");
});

test("HEAD is told no length that the page will not have, and a picture's", async () => {
  const answers =
    (type: string): RequestListener =>
    (_, response) =>
      void response.writeHead(200, { "Content-Type": type, "Content-Length": text.length }).end();
  const [ofPage, ofPicture] = await Promise.all(
    ["text/html", "image/png"].map(async (type) => ask(await serve(answers(type)), br, "HEAD")),
  );
  expect(ofPage?.headers).toMatchObject({ vary: "Accept-Encoding" });
  expect(ofPage?.headers["content-length"]).toBeUndefined();
  expect(ofPicture?.headers["content-length"]).toBe(String(text.length));
});

test("what has been written arrives before the rest is there", async () => {
  let finish = () => {};
  const url = await serve((_, response: http.ServerResponse & { flush?: () => void }) => {
    response.writeHead(200, html);
    for (const piece of ["a head, ", "and a skeleton"]) {
      response.write(piece);
      response.flush?.();
    }
    finish = () => void response.end(", then the rest");
  });
  const response = await ask(url, br);
  const decoded = response.pipe(createBrotliDecompress()).setEncoding("utf8");
  let seen = "";
  decoded.on("data", (piece) => (seen += piece));
  await vi.waitFor(() => expect(seen).toBe("a head, and a skeleton"));
  finish();
  await once(decoded, "end");
  expect(seen).toBe("a head, and a skeleton, then the rest");
});

test("pieces that are written at once are flushed once", async () => {
  const countBytes = async (separately: boolean) => {
    const url = await serve(async (_, response: http.ServerResponse & { flush?: () => void }) => {
      response.writeHead(200, html);
      for (let at = 0; at < 20; at += 1) {
        response.write(`piece ${at}, `);
        response.flush?.();
        if (separately) await new Promise((resolve) => setTimeout(resolve, 6));
      }
      response.end();
    });
    return (await buffer(await ask(url, { "accept-encoding": "gzip" }))).length;
  };
  expect(await countBytes(false)).toBeLessThan(0.7 * (await countBytes(true)));
});

test("who reads slowly holds back the source", async () => {
  let written = 0;
  const url = await serve((_, response) => {
    response.writeHead(200, html);
    // Random bytes do not compress.
    const write = () => {
      while (written < 1_000 && response.write(randomBytes(16_384))) written += 1;
    };
    response.on("drain", write);
    write();
  });
  const response = await ask(url, { "accept-encoding": "gzip" });
  response.pause();
  let before = -1;
  const isHeldBack = () => {
    const isSame = written === before;
    before = written;
    return isSame;
  };
  await vi.waitUntil(isHeldBack, { interval: 100, timeout: 5_000 });
  expect(written).toBeLessThan(900);
  response.destroy();
});

test("who goes away ends the answer", async () => {
  const closed = vi.fn();
  const url = await serve((_, response) => {
    response.writeHead(200, html);
    const timer = setInterval(() => response.write(text), 1);
    response.once("close", () => {
      clearInterval(timer);
      // As a source may that has not heard of it yet.
      response.write(text);
      response.end();
      closed(response.writableFinished);
    });
  });
  const response = await ask(url, br);
  await once(response, "data");
  response.destroy();
  await vi.waitFor(() => expect(closed).toHaveBeenCalledWith(false));
});

test.each([
  [{ "sec-fetch-site": "cross-site", cookie: "session=1" }, undefined],
  [{ "sec-fetch-site": "same-site", cookie: "session=1" }, undefined],
  [{ "sec-fetch-site": "cross-site" }, "br"],
  [{ "sec-fetch-site": "same-origin", cookie: "session=1" }, "br"],
  [{ "sec-fetch-site": "none", cookie: "session=1" }, "br"],
  [{ cookie: "session=1" }, "br"],
])("asked with %j, a page is sent as %s", async (headers, encoding) => {
  const response = await ask(await serve(page), { ...br, ...headers });
  expect(response.headers["content-encoding"]).toBe(encoding);
});
