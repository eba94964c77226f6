import { IncomingMessage, ServerResponse } from "node:http";
import { Socket } from "node:net";
import { expect, test } from "vitest";
import { preparePage } from "@/bin/process/prepare-page";
import { pathHeader } from "@/lib/web/address";
import { longestQuery } from "@/lib/web/form-limit";

function prepare(method: string, url: string, headers: Record<string, string> = {}) {
  const request = new IncomingMessage(new Socket());
  Object.assign(request, { method, url, headers: { ...headers } });
  const response = new ServerResponse(request);
  const isAnswered = preparePage(request, response);
  return { headers: request.headers, response, isAnswered };
}

test("a page gets its path and a policy with a nonce of its own, whatever the client sends", () => {
  const sent = { [pathHeader]: "/m/other", "content-security-policy": "script-src 'nonce-known'" };
  const [one, two] = [prepare("GET", "/login?next=/m", sent), prepare("GET", "/login")];
  expect(one.headers[pathHeader]).toBe("/login");
  const policy = one.headers["content-security-policy"];
  expect(policy).toMatch(/script-src 'self' 'nonce-[\w-]{36}' 'strict-dynamic'/);
  expect(one.response.getHeader("content-security-policy")).toBe(policy);
  expect(two.headers["content-security-policy"]).not.toBe(policy);
});

test.each(["POST", "OPTIONS"])("a %s gets them too, and no client chooses the path of a form", (method) => {
  const { headers, response } = prepare(method, "/m/own/links/new", { [pathHeader]: "/m/other" });
  expect(headers[pathHeader]).toBe("/m/own/links/new");
  expect(response.getHeader("content-security-policy")).toBe(headers["content-security-policy"]);
});

test.each(["GET", "POST"])("no client chooses the path of a %s of the build's files either", (method) => {
  const { headers } = prepare(method, "/_next/static/none.js", { [pathHeader]: "/m/other" });
  expect(headers[pathHeader]).toBeUndefined();
});

test("a path that begins with two slashes is a path, and no host", () => {
  expect(prepare("GET", "//elsewhere.example/m").headers[pathHeader]).toBe("//elsewhere.example/m");
});

test("an address that is too long is refused; what the router adds does not count", () => {
  const query = `?q=${"x".repeat(longestQuery - 3)}`;
  expect(prepare("GET", `/login${query}&_rsc=12345`).isAnswered).toBe(false);
  const { isAnswered, response } = prepare("GET", `/login${query}x`);
  expect([isAnswered, response.statusCode]).toEqual([true, 414]);
});

test("the last merchant is remembered, except for a picture, and once", () => {
  const cookies = (headers: Record<string, string>) =>
    prepare("GET", "/m/cafe-luna/links", headers).response.getHeader("set-cookie");
  const set = String(cookies({}));
  expect(set).toMatch(/=cafe-luna; Path=\/; Max-Age=31536000; HttpOnly; SameSite=Lax/);
  expect(cookies({ "sec-fetch-dest": "image" })).toBeUndefined();
  expect(cookies({ cookie: `other=1; ${set.split(";")[0]}` })).toBeUndefined();
  expect(prepare("POST", "/m/cafe-luna/links").response.getHeader("set-cookie")).toBeUndefined();
});
