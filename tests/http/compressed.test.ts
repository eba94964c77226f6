import { once } from "node:events";
import http, { type IncomingMessage } from "node:http";
import { buffer } from "node:stream/consumers";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { nobody } from "@/tests/support/people";

const { origin } = nobody();

async function ask(path: string, accepted: string, headers: Record<string, string> = {}) {
  const all = { "accept-encoding": accepted, "accept-language": "en", ...headers };
  const request = http.get(new URL(path, origin), { headers: all });
  const [response]: IncomingMessage[] = await once(request, "response");
  if (!response) throw new Error("no response");
  return { status: response.statusCode, headers: response.headers, bytes: await buffer(response) };
}

test("a page is compressed once, by the portal", async () => {
  const [br, gzip, plain] = await Promise.all(
    ["gzip, deflate, br", "gzip", "identity"].map((one) => ask("/login", one)),
  );
  expect(br?.headers["content-encoding"]).toBe("br");
  expect(gzip?.headers["content-encoding"]).toBe("gzip");
  expect(plain?.headers["content-encoding"]).toBeUndefined();
  for (const answer of [br, gzip, plain]) expect(answer?.headers.vary).toMatch(/, Accept-Encoding$/);
  const texts = [brotliDecompressSync(br?.bytes ?? ""), gunzipSync(gzip?.bytes ?? ""), plain?.bytes ?? ""];
  for (const text of texts) expect(String(text)).toMatch(/Sign in.*<\/html>/s);
  expect(br?.bytes.length).toBeLessThan(5_100);
});

test("scripts come as the build has compressed them, with their type, and are kept for good", async () => {
  const page = String((await ask("/login", "identity")).bytes);
  const [, script = ""] = /<script[^>]*\ssrc="([^"]+\.js)"/.exec(page) ?? [];
  const [br, gzip, plain] = await Promise.all(
    ["br, gzip", "gzip", "identity"].map((one) => ask(script, one)),
  );
  for (const answer of [br, gzip, plain]) {
    expect(answer?.headers).toMatchObject({
      "content-type": expect.stringMatching(/^application\/javascript/),
      "cache-control": "public, max-age=31536000, immutable",
      "x-content-type-options": "nosniff",
      "content-length": String(answer?.bytes.length),
      vary: "Accept-Encoding",
    });
  }
  expect(brotliDecompressSync(br?.bytes ?? "")).toEqual(plain?.bytes);
  expect(gunzipSync(gzip?.bytes ?? "")).toEqual(plain?.bytes);
  const again = await ask(script, "br, gzip", { "if-none-match": br?.headers.etag ?? "" });
  expect([again.status, again.headers["content-encoding"]]).toEqual([304, undefined]);
  const part = await ask(script, "br, gzip", { range: "bytes=0-9" });
  expect([part.status, part.bytes]).toEqual([206, plain?.bytes.subarray(0, 10)]);
});
