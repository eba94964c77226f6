import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from "node:zlib";
import { afterEach, describe, expect, test } from "vitest";
import { Secret } from "@/lib/core/secret";
import { createPaymentLink } from "@/lib/gateway/payment-links-api";
import { startProcessorClock } from "@/tests/support/processor-clock";
import { answering, startRawServer } from "@/tests/unit/gateway/raw-server";

const cleanups: (() => void)[] = [];
afterEach(() => {
  for (const cleanup of cleanups.splice(0)) cleanup();
});

/** The result of a POST that is answered with these bytes and headers. */
async function create(body: Buffer, ...headers: string[]) {
  const head = ["HTTP/1.1 200 OK", ...headers, `Content-Length: ${body.length}`, "", ""].join("\r\n");
  const server = await startRawServer(answering(Buffer.concat([Buffer.from(head), body])));
  cleanups.push(server.close);
  const result = await createPaymentLink({
    apiKey: new Secret("sk_test_1"),
    baseUrl: `http://127.0.0.1:${server.port}`,
    timeoutMs: 10_000,
    plainHttpUrls: "never",
    amountMinor: 100,
    currency: "CRC",
    description: "x",
  });
  expect(server.received).toHaveLength(1);
  return result;
}

const link = { id: "plink_1", object: "payment_link", url: "https://pay.example/1", active: true };
const json = Buffer.from(JSON.stringify({ ...link, description: "Café" }));
const made = { ok: true, value: { upstreamId: "plink_1", url: "https://pay.example/1", active: true } };
const jsonType = "Content-Type: application/json";

test.each<[string, Buffer, string[]]>([
  ["gzip", gzipSync(json), ["Content-Encoding: gzip"]],
  ["GZIP", gzipSync(json), ["Content-Encoding: GZIP"]],
  ["x-gzip", gzipSync(json), ["Content-Encoding: x-gzip"]],
  ["gzip that nobody says is gzip", gzipSync(json), []],
  ["deflate", deflateSync(json), ["Content-Encoding: deflate"]],
  ["deflate without zlib's head", deflateRawSync(json), ["Content-Encoding: deflate"]],
  ["br", brotliCompressSync(json), ["Content-Encoding: br"]],
  ["br in gzip", gzipSync(brotliCompressSync(json)), ["Content-Encoding: br, gzip"]],
  ["gzip without its last bytes", gzipSync(json).subarray(0, -8), ["Content-Encoding: gzip"]],
  ["no gzip, whatever is said", json, ["Content-Encoding: gzip"]],
  ["no br, whatever is said", json, ["Content-Encoding: br"]],
  ["an encoding that nobody knows", json, ["Content-Encoding: utf-8"]],
])("packed: %s", async (_, body, headers) => {
  expect(await create(body, jsonType, ...headers)).toEqual(made);
});

const utf16le = Buffer.from(json.toString(), "utf16le");
const utf16be = Buffer.from(utf16le).swap16();
const mark = Buffer.from([0xff, 0xfe]);

test.each<[string, Buffer, string[]]>([
  ["a byte order mark", Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), json]), [jsonType]],
  ["a byte order mark inside gzip", gzipSync(`\uFEFF${json}`), ["Content-Encoding: gzip"]],
  ["UTF-16 with its mark", Buffer.concat([mark, utf16le]), [jsonType]],
  ["UTF-16BE with its mark", Buffer.concat([mark, utf16le]).swap16(), [jsonType]],
  ["UTF-16 that is said to be", utf16le, [`${jsonType}; charset=utf-16le`]],
  ["UTF-16BE that is said to be", utf16be, [`${jsonType}; Charset="UTF-16BE"`]],
  ["Latin-1 that is said to be", Buffer.from(json.toString(), "latin1"), [`${jsonType}; charset=iso-8859-1`]],
  ["Latin-1 that is not said to be", Buffer.from(json.toString(), "latin1"), [jsonType]],
  ["UTF-8 that is said to be Latin-1", json, [`${jsonType}; charset=iso-8859-1`]],
  ["a charset that nobody knows", json, [`${jsonType}; charset=klingon`]],
  ["no content type", json, []],
  ["text/html for its type", json, ["Content-Type: text/html;charset=UTF-8"]],
  ["a type that is none", json, ["Content-Type: ;;charset"]],
  ["white space around it", Buffer.from(`\r\n\t ${json}\r\n\r\n`), [jsonType]],
])("written: %s", async (_, body, headers) => {
  expect(await create(body, ...headers)).toEqual(made);
});

test("a Latin-1 address that is said to be Latin-1 is read", async () => {
  const body = Buffer.from(JSON.stringify({ ...link, url: "https://pay.example/año" }), "latin1");
  const result = await create(body, `${jsonType}; charset=windows-1252`);
  expect(result).toMatchObject({ ok: true, value: { url: "https://pay.example/a%C3%B1o" } });
});

describe("a body that unpacks to more than a MiB is unreadable, and costs no more than that MiB", () => {
  const huge = Buffer.concat([json.subarray(0, -1), Buffer.alloc(300 * 1024 * 1024, " "), Buffer.from("}")]);

  test.each([
    ["gzip", gzipSync(huge, { level: 1 }).subarray(0, 1024 * 1024)],
    ["deflate", deflateSync(huge, { level: 1 }).subarray(0, 1024 * 1024)],
    ["br", brotliCompressSync(huge, { params: { 1: 1 } })],
    ["gzip, gzip", gzipSync(gzipSync(huge, { level: 1 }))],
  ])("%s", async (encoding, body) => {
    const before = process.memoryUsage().rss;
    const usedMs = startProcessorClock();
    const result = await create(body, `Content-Encoding: ${encoding}`);
    expect(result).toEqual({ ok: false, code: "unreadable_answer" });
    expect(usedMs()).toBeLessThan(1_000);
    expect(process.memoryUsage().rss - before).toBeLessThan(64 * 1024 * 1024);
  });
});
