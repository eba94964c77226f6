import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { answerMetrics } from "@/bin/process/answer-metrics";
import { countRequest } from "@/bin/process/count-request";
import { readConfiguredHeaders, readRoutePatterns } from "@/bin/process/route-patterns";

const setTo = (key: string, value: string) => ({ key, value });
const directory = mkdtempSync(path.join(tmpdir(), "cobro-routes-"));
const file = path.join(directory, "routes-manifest.json");
writeFileSync(
  file,
  JSON.stringify({
    staticRoutes: [{ page: "/login", regex: "^/login(?:/)?$" }],
    dynamicRoutes: [{ page: "/m/[merchant]/links", regex: "^/m/([^/]+?)/links(?:/)?$" }],
    headers: [
      {
        regex: "^(?:/(.*))?$",
        headers: [setTo("X-Frame-Options", "DENY"), setTo("Referrer-Policy", "same-origin")],
      },
      { regex: "^/p/(.*)$", headers: [setTo("Referrer-Policy", "no-referrer")] },
    ],
  }),
);
const toRoute = readRoutePatterns(file);
const token = "canary-0123456789";

let set: string | undefined = token;
const server = createServer((request, response) => {
  countRequest(request, response, toRoute);
  if (request.url === "/api/metrics") return void answerMetrics(request, response, set);
  response.writeHead(request.url === "/login" ? 200 : 500).end();
});
let url = "";
beforeAll(async () => {
  await once(server.listen(0, "127.0.0.1"), "listening");
  const address = server.address();
  url = `http://127.0.0.1:${typeof address === "object" ? address?.port : address}`;
});
afterAll(() => {
  server.close();
  rmSync(directory, { recursive: true });
});

test("a route is as it is written in the code, whatever people send", () => {
  expect(toRoute("/m/acme/links?q=secret")).toBe("/m/[merchant]/links");
  expect(toRoute("/_next/static/chunks/1.js")).toBe("/_next");
  expect(toRoute("/wp-admin.php")).toBe("other");
});

test("what the build gives every answer is known for answers that Next does not make", () => {
  expect([...readConfiguredHeaders(file, "/p/code")]).toEqual([
    ["X-Frame-Options", "DENY"],
    ["Referrer-Policy", "no-referrer"],
  ]);
});

test("requests are counted by route and class of status, and shown to who has the token", async () => {
  for (const asked of ["/login", "/login", "/m/acme/links"]) await (await fetch(url + asked)).text();
  const ask = (headers: Record<string, string>) => fetch(`${url}/api/metrics`, { headers });
  const answer = await ask({ Authorization: `Bearer ${token}` });
  expect([answer.status, answer.headers.get("content-type")]).toEqual([
    200,
    expect.stringContaining("text/plain"),
  ]);
  const text = await answer.text();
  expect(text).toContain('cobro_http_requests_total{route="/login",status="2xx"} 2');
  expect(text).toContain('cobro_http_requests_total{route="/m/[merchant]/links",status="5xx"} 1');
  expect(text).toContain('cobro_http_request_duration_seconds_count{route="/login"} 2');
  expect(text).toMatch(/^nodejs_eventloop_lag_p99_seconds /m);
  expect(text).not.toContain("acme");

  expect((await ask({})).status).toBe(404);
  expect((await ask({ Authorization: `Bearer ${token}x` })).status).toBe(404);
  set = undefined;
  expect((await ask({ Authorization: "Bearer undefined" })).status).toBe(404);
  expect((await ask({ Authorization: "Bearer " })).status).toBe(404);
});
