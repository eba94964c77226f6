import { describe, expect, test } from "vitest";
import { isKeyRefusal, readCreatedLink, readLinkPage, readRefusal } from "@/lib/gateway/answers";
import { readRetryAfter } from "@/lib/gateway/classify";
import { gatewayFailureCodes, isGatewayFailureCode } from "@/lib/gateway/failures";

const url = "https://pay.example/link/1";
const envelope = (data: unknown) => ({ code: 200, title: "OK", content: "", type: "success", data });

describe("a created link", () => {
  const read = (json: unknown) => readCreatedLink(JSON.stringify(json), "never");

  test.each([
    ["as documented", { id: "plink_1", object: "payment_link", url, active: false }, "plink_1", false],
    [
      "with fields nobody announced",
      { id: "plink_1", url, active: true, amount: "49.99", x: {} },
      "plink_1",
      true,
    ],
    ["in an envelope", envelope({ id: "plink_1", url, active: true }), "plink_1", true],
    ["with a number for its id", { id: 481516, url, active: true }, "481516", true],
    ["without word of its state", { id: "plink_1", url }, "plink_1", true],
  ])("%s is read", (_, json, upstreamId, active) => {
    expect(read(json)).toEqual({ upstreamId, url, active });
  });

  test.each([
    ["no id", { url, active: true }],
    ["an empty id", { id: "", url, active: true }],
    ["an id with a line break", { id: "a\nb", url, active: true }],
    ["a fraction for its id", { id: 1.5, url, active: true }],
    ["no url", { id: "a", active: true }],
    ["an unreadable state", { id: "a", url, active: "yes" }],
    ["an envelope of an error", envelope(null)],
    ["a list", [{ id: "a", url, active: true }]],
    ["nothing", null],
    ["an empty object", {}],
  ])("with %s is unreadable", (_, json) => {
    expect(read(json)).toBeUndefined();
  });

  test.each([
    "http://pay.example/1",
    "javascript:alert(1)",
    "data:text/html,x",
    "//pay.example/1",
    "/link/1",
    "https://pay.example@evil.example/1",
    "https://user:word@evil.example/1",
    "https:\\\\evil.example",
    "https://pay.example/a b",
    " https://pay.example/1",
    "https://pay.example/\u202e1",
    "java\nscript:alert(1)",
    "https://",
    `https://pay.example/${"x".repeat(2048)}`,
  ])("with the address %j is unreadable", (bad) => {
    expect(read({ id: "a", url: bad, active: true })).toBeUndefined();
  });

  test("http addresses count only where they are allowed", () => {
    const body = JSON.stringify({ id: "a", url: "http://localhost:4010/link/a", active: true });
    expect(readCreatedLink(body, "always")?.url).toBe("http://localhost:4010/link/a");
    expect(readCreatedLink(body.replace("http:", "javascript:"), "always")).toBeUndefined();
    const local = body.replace(/http:\/\/[^/]+/, "http://127.0.0.1:4010");
    expect(readCreatedLink(local, "loopback")).toBeDefined();
    expect(readCreatedLink(local.replace("127.0.0.1", "127.0.0.1.example"), "loopback")).toBeUndefined();
    expect(readCreatedLink(local, "never")).toBeUndefined();
  });
});

describe("a page of links", () => {
  const read = (json: unknown) => readLinkPage(JSON.stringify(json), "never");
  const item = { upstreamId: "a", url, active: true };

  test.each([
    ["as documented", { items: [{ id: "a", url, active: true }], total_items: 7, limit: 1, offset: 0 }, 7],
    ["in an envelope", envelope({ items: [{ id: "a", url, active: true }], total_items: 7 }), 7],
    ["as a bare list", [{ id: "a", url, active: true }], null],
    ["as a bare list in an envelope", envelope([{ id: "a", url, active: true }]), null],
  ])("%s is read", (_, json, totalItems) => {
    expect(read(json)).toEqual({ items: [item], totalItems });
  });

  test("an item with nothing but an id still counts", () => {
    const items = [
      { id: 5 },
      { id: "b", url: "javascript:alert(1)", active: 1 },
      { id: "a", url, active: true },
    ];
    expect(read({ items, total_items: 3 })?.items).toEqual([
      { upstreamId: "5", url: null, active: null },
      { upstreamId: "b", url: null, active: null },
      item,
    ]);
  });

  test.each([
    ["an item without an id", { items: [{ url }], total_items: 1 }],
    ["no total", { items: [] }],
    ["a negative total", { items: [], total_items: -1 }],
    ["a total that is text", { items: [], total_items: "1" }],
    ["items that are no list", { items: {}, total_items: 0 }],
  ])("with %s is unreadable", (_, json) => {
    expect(read(json)).toBeUndefined();
  });
});

describe("a refusal", () => {
  test.each([
    [{ detail: [{ loc: ["body", "currency"] }, { loc: ["body", "amount"] }] }, ["amount", "currency"]],
    [{ detail: [{ loc: ["query", "limit"] }, "odd", null, { loc: "amount" }] }, []],
    [{ detail: "Invalid description" }, []],
    [{ message: "Forbidden" }, []],
    [{ message: { amount: ["too small"] } }, []],
    [{ code: 400, title: "", content: "", type: "error" }, []],
  ])("%j is one", (json, fields) => {
    expect(readRefusal(JSON.stringify(json))).toEqual({ fields });
  });

  test.each(["{}", '{"error":"x"}', '{"detail":7}', "[]", "null", '"x"', "<html></html>", ""])(
    "%j is none",
    (body) => {
      expect(readRefusal(body)).toBeUndefined();
    },
  );

  test("of a key may be any object", () => {
    expect(["{}", '{"error":"x"}'].map(isKeyRefusal)).toEqual([true, true]);
    expect(["[]", "null", '"no"', "<html></html>", ""].map(isKeyRefusal)).toEqual(Array(5).fill(false));
  });
});

test("Retry-After is seconds or an HTTP date, at most an hour", () => {
  const now = Date.parse("Sun, 06 Nov 1994 08:49:37 GMT");
  const read = (header: string | undefined) => readRetryAfter(header, now);
  expect(read("120")).toBe(120_000);
  expect(read("0")).toBe(0);
  expect(read("Sun, 06 Nov 1994 08:50:07 GMT")).toBe(30_000);
  expect(read("Sunday, 06-Nov-94 08:50:07 GMT")).toBe(30_000);
  expect(read("Sun, 06 Nov 1994 08:00:00 GMT")).toBe(0);
  expect(read("9".repeat(400))).toBe(3_600_000);
  expect(read("Sun, 06 Nov 2094 08:49:37 GMT")).toBe(3_600_000);
  for (const odd of [undefined, "", "-5", "1.5", "soon", "Sun, 99 Nov 1994 08:49:37 GMT"]) {
    expect(read(odd)).toBeNull();
  }
});

test("a failure code is known by its name", () => {
  expect(gatewayFailureCodes.every(isGatewayFailureCode)).toBe(true);
  expect(["ok", "", null, undefined, 7, "toString"].some(isGatewayFailureCode)).toBe(false);
});
