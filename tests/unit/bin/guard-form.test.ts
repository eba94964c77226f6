import { once } from "node:events";
import { createServer, type IncomingMessage, request as send } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { guardForm } from "@/bin/process/guard-form";
import { longestFormTo } from "@/lib/web/form-limit";

/** What has come past the guard, as Next would read it. */
const passed: { url: string | undefined; headers: IncomingMessage["headers"]; text: string }[] = [];
/** How many requests the guard was done with, passed or not. */
let done = 0;

const server = createServer(async (request, response) => {
  const guarded = await guardForm(request, response);
  done += 1;
  if (!guarded) return;
  let text = "";
  for await (const chunk of guarded.setEncoding("utf8")) text += chunk;
  passed.push({ url: guarded.url, headers: guarded.headers, text });
  response.end("passed");
});
let url = "";
let host = "";

beforeAll(async () => {
  await once(server.listen(0, "127.0.0.1"), "listening");
  host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  url = `http://${host}`;
});
afterAll(async () => {
  await once(server.close(), "close");
});

const post = (path: string, init: RequestInit = {}) =>
  fetch(url + path, { method: "POST", redirect: "manual", ...init });

test("a form goes on with its whole body, its headers, and the host that it was sent to", async () => {
  const body = new FormData();
  body.append("amount", "12.50");
  body.append("description", "Café ☕".repeat(2_000));
  const headers = { origin: url, "x-forwarded-host": host };
  const answer = await post("/m/a/links/new?of=x", { body, headers });
  expect([answer.status, await answer.text()]).toEqual([200, "passed"]);
  const found = passed.at(-1);
  expect(found?.url).toBe("/m/a/links/new?of=x");
  expect(found?.headers["x-forwarded-host"]).toBe(host);
  const type = found?.headers["content-type"] ?? "";
  const read = await new Response(found?.text, { headers: { "content-type": type } }).formData();
  expect([...read]).toEqual([...body]);
});

test("a connection serves the next request after one with a body, also after one that was refused", async () => {
  for (const path of ["/one", "/two"]) {
    expect((await post(path, { body: "x".repeat(200_000) })).status).toBe(413);
    expect((await post(path, { body: "short" })).status).toBe(200);
  }
});

test.each([
  ["another site", { origin: "https://elsewhere.example" }, 403],
  ["a page that hides where it is", { origin: "null" }, 403],
  ["whoever sends an empty origin", { origin: "" }, 403],
  ["another site, by a program's own word", { "sec-fetch-site": "cross-site" }, 403],
])("a form of %s is refused before its body is read", async (_, headers, status) => {
  const before = passed.length;
  const answer = await post("/m/a/links/new", { headers, body: "amount=1" });
  expect(answer.status).toBe(status);
  expect(answer.headers.get("content-type")).toMatch(/^text\/html/);
  expect(passed).toHaveLength(before);
});

test("what is too long is refused, whether its length is declared or not; the longest is not", async () => {
  const longest = longestFormTo("/m/a/links/new");
  const streamed = (bytes: number) =>
    post("/m/a/links/new", {
      body: new Blob([new Uint8Array(bytes)]).stream(),
      duplex: "half",
    } as RequestInit);
  expect((await streamed(longest)).status).toBe(200);
  expect((await streamed(longest + 1)).status).toBe(413);
  expect((await post("/m/a/links/new", { body: new Uint8Array(longest + 1) })).status).toBe(413);
  const ofScript = await post("/m/a/links/new", {
    body: new Uint8Array(longest + 1),
    headers: { "next-action": "x" },
  });
  expect([ofScript.status, ofScript.headers.get("content-type")]).toEqual([413, "text/plain"]);
  const file = await post("/m/a/bulk", { body: new Uint8Array(longestFormTo("/m/a/bulk") + 1) });
  expect([file.status, file.headers.get("location")]).toEqual([303, "/m/a/bulk?too-long=1"]);
});

test("a body that says it is a form and is none is refused", async () => {
  const headers = { "content-type": "multipart/form-data; boundary=x" };
  expect((await post("/login", { headers, body: "--y\r\nnot a part" })).status).toBe(400);
  expect((await post("/login", { headers, body: "" })).status).toBe(400);
});

test("whoever hangs up in the middle of a form is not waited for", async () => {
  const [before, handled] = [passed.length, done];
  const half = send(`${url}/login`, { method: "POST", headers: { "content-length": 100 } });
  half.on("error", () => {});
  half.write("x".repeat(50));
  await once(server, "request");
  half.destroy();
  await expect.poll(() => done).toBe(handled + 1);
  expect(passed).toHaveLength(before);
});
