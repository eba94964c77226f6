import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startTestSandbox, type TestSandbox } from "@/tests/support/sandbox";
import { sendRaw } from "@/tests/unit/sandbox/raw-http";

const documentation = readFileSync(new URL("documented-examples.md", import.meta.url), "utf8");

function documented(name: string): string {
  const block = documentation.split(`\n${name}\n`)[1]?.split("```json\n")[1]?.split("```")[0];
  if (!block) throw new Error(`no example ${name}`);
  return block.trim();
}

/** The same JSON without spaces, as the answer must be, byte for byte. */
function compact(json: string): string {
  return JSON.stringify(JSON.parse(json));
}

const spacedAsPython = '{"amount": 4999, "currency": "USD", "description": "One-time service fee"}';
const key = "sk_test_your_api_key_here";

const clients = {
  curl: {
    body: documented("create-request"),
    post: ["User-Agent: curl/8.5.0", "Accept: */*", `X-Api-Key: ${key}`, "Content-Type: application/json"],
    get: ["User-Agent: curl/8.5.0", "Accept: */*", `X-Api-Key: ${key}`],
  },
  "python requests": {
    body: spacedAsPython,
    post: [
      "User-Agent: python-requests/2.34.2",
      "Accept-Encoding: gzip, deflate",
      "Accept: */*",
      "Connection: keep-alive",
      `X-Api-Key: ${key}`,
      "Content-Type: application/json",
    ],
    get: [
      "User-Agent: python-requests/2.34.2",
      "Accept-Encoding: gzip, deflate",
      "Accept: */*",
      "Connection: keep-alive",
      `X-Api-Key: ${key}`,
    ],
  },
  fetch: {
    body: compact(documented("create-request")),
    post: [
      "connection: keep-alive",
      `X-Api-Key: ${key}`,
      "Content-Type: application/json",
      "accept: */*",
      "accept-language: *",
      "sec-fetch-mode: cors",
      "user-agent: node",
      "accept-encoding: gzip, deflate",
    ],
    get: [
      "connection: keep-alive",
      `X-Api-Key: ${key}`,
      "accept: */*",
      "accept-language: *",
      "sec-fetch-mode: cors",
      "user-agent: node",
      "accept-encoding: gzip, deflate",
    ],
  },
};

describe.each(Object.entries(clients))("the documented examples, sent as %s sends them", (_, client) => {
  let sandbox: TestSandbox;
  beforeAll(async () => {
    sandbox = await startTestSandbox();
  });
  afterAll(() => sandbox.close());

  const post = (body: string) =>
    sendRaw(
      sandbox.url,
      ["POST /v1/payment-links HTTP/1.1", "Host: {host}", ...client.post, "Content-Length: {length}"],
      body,
    );

  test("creating answers the documented link", async () => {
    const { head, body } = await post(client.body);
    expect(head).toMatch(/^HTTP\/1\.1 200 OK\r\nContent-Type: application\/json\r\n/);
    expect(body).toBe(compact(documented("create-response")));
  });

  test("listing answers the documented page, also after the example was sent again", async () => {
    await post(client.body);
    const { head, body } = await sendRaw(sandbox.url, [
      "GET /v1/payment-links?limit=5&offset=0 HTTP/1.1",
      "Host: {host}",
      ...client.get,
    ]);
    expect(head).toMatch(/^HTTP\/1\.1 200 OK/);
    expect(body).toBe(compact(documented("list-response")));
  });

  test("a missing amount answers the documented error", async () => {
    const { head, body } = await post('{"currency": "USD", "description": "One-time service fee"}');
    expect(head).toMatch(/^HTTP\/1\.1 422 /);
    expect(body).toBe(compact(documented("error-response")));
  });
});
