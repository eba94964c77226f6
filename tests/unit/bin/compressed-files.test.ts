import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { IncomingMessage, ServerResponse } from "node:http";
import { Socket } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { preferCompressedFiles } from "@/bin/process/compressed-files";

let directory: string;
let prefer: ReturnType<typeof preferCompressedFiles>;

beforeAll(async () => {
  directory = await mkdtemp(path.join(tmpdir(), "cobro-files-"));
  const names = ["app.js", "app.js.br", "app.js.gz", "small.js", "type.woff2", "half.js", "half.js.br"];
  for (const name of names) await writeFile(path.join(directory, name), name);
  prefer = preferCompressedFiles(directory, "/files");
});

afterAll(() => rm(directory, { recursive: true }));

function ask(url: string, headers: Record<string, string>, { method = "GET", status = 200 } = {}) {
  const request = new IncomingMessage(new Socket());
  Object.assign(request, { method, url, headers });
  const response = new ServerResponse(request);
  prefer(request, response);
  response.setHeader("Content-Type", "application/octet-stream");
  response.writeHead(status);
  const { vary, "content-encoding": encoding, "content-type": type } = response.getHeaders();
  return { url: request.url, vary, encoding, type };
}

const octets = "application/octet-stream";
const script = "application/javascript; charset=UTF-8";
const encoded = { vary: "Accept-Encoding", type: script };

test.each([
  ["gzip, deflate, br, zstd", { ...encoded, url: "/files/app.js.br", encoding: "br" }],
  ["gzip, deflate", { ...encoded, url: "/files/app.js.gz", encoding: "gzip" }],
  ["br;q=0, *", { ...encoded, url: "/files/app.js.gz", encoding: "gzip" }],
  ["", { vary: "Accept-Encoding", url: "/files/app.js", type: octets }],
  ["identity, gzip;q=0.5", { vary: "Accept-Encoding", url: "/files/app.js", type: octets }],
])("who accepts %j gets the file that suits", (accepted, expected) => {
  expect(ask("/files/app.js", { "accept-encoding": accepted })).toEqual({ encoding: undefined, ...expected });
});

test("what follows the name stays", () => {
  expect(ask("/files/app.js?v=1?2", { "accept-encoding": "br" }).url).toBe("/files/app.js.br?v=1?2");
});

const accepting = { "accept-encoding": "gzip, br" };

test.each(["/files/small.js", "/files/type.woff2", "/files/half.js", "/files/missing.js", "/other/app.js"])(
  "%s is left alone",
  (url) => {
    expect(ask(url, accepting)).toEqual({ url, type: octets, vary: undefined, encoding: undefined });
  },
);

test("a part is of the file as it is", () => {
  const asked = ask("/files/app.js", { ...accepting, range: "bytes=0-5" }, { status: 206 });
  expect(asked).toMatchObject({ url: "/files/app.js", encoding: undefined, type: octets });
});

test("nothing new, and what is refused, has no encoding", () => {
  expect(ask("/files/app.js", accepting, { status: 304 }).encoding).toBeUndefined();
  expect(ask("/files/app.js", accepting, { status: 412 }).type).toBe(octets);
  expect(ask("/files/app.js", accepting, { method: "POST" }).url).toBe("/files/app.js");
});

test("HEAD is told what GET would be", () => {
  const asked = ask("/files/app.js", accepting, { method: "HEAD" });
  expect(asked).toEqual({ ...encoded, url: "/files/app.js.br", encoding: "br" });
});
