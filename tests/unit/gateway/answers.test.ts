import { describe, expect, test } from "vitest";
import { isKeyRefusal, readCreatedLink, readLinkPage, readRefusal } from "@/lib/gateway/answers";
import { readRetryAfter } from "@/lib/gateway/classify";
import { parseJson } from "@/lib/gateway/exact-json";
import { gatewayFailureCodes, isGatewayFailureCode } from "@/lib/gateway/failures";
import { startProcessorClock } from "@/tests/support/processor-clock";

const url = "https://pay.example/link/1";
const envelope = (data: unknown) => ({ code: 200, title: "OK", content: "", type: "success", data });

describe("a created link", () => {
  const read = (json: unknown) => readCreatedLink(JSON.stringify(json), "never");

  test.each<[string, unknown, string, boolean]>([
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
    ["with a state that says nothing", { id: "plink_1", url, active: "maybe" }, "plink_1", true],
    ["in `data` alone", { data: { id: "plink_1", url, active: false } }, "plink_1", false],
    ["with an id of other letters", { id: "enlace_ñ", url }, "enlace_ñ", true],
    ...[1, "1", "true", "True"].map((active): [string, unknown, string, boolean] => [
      `with ${JSON.stringify(active)} for true`,
      { id: "a", url, active },
      "a",
      true,
    ]),
    ...[0, "0", "false", "FALSE"].map((active): [string, unknown, string, boolean] => [
      `with ${JSON.stringify(active)} for false`,
      { id: "a", url, active },
      "a",
      false,
    ]),
  ])("%s is read", (_, json, upstreamId, active) => {
    expect(read(json)).toEqual({ upstreamId, url, active });
  });

  test.each([
    ["no id", { url, active: true }],
    ["an empty id", { id: "", url, active: true }],
    ["an id with a line break", { id: "a\nb", url, active: true }],
    ["a fraction for its id", { id: 1.5, url, active: true }],
    ["an invisible character in its id", { id: "a\u200b", url, active: true }],
    ["no url", { id: "a", active: true }],
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

describe("an address with letters outside ASCII is written as it is opened", () => {
  test.each([
    ["https://pagos.example/año/1", "https://pagos.example/a%C3%B1o/1"],
    ["https://señal.example/1", "https://xn--seal-hqa.example/1"],
    ["https://pay.example/1?de=José#pagó", "https://pay.example/1?de=Jos%C3%A9#pag%C3%B3"],
    ["https://pay.example/支払い", "https://pay.example/%E6%94%AF%E6%89%95%E3%81%84"],
    ["https://pay.example/😀", "https://pay.example/%F0%9F%98%80"],
    ["https://pay.example/an\u0303o", "https://pay.example/an%CC%83o"],
    // It looks like pay.example, but has a Cyrillic letter, which the encoded form shows.
    ["https://p\u0430y.example/1", "https://xn--py-7kc.example/1"],
    // It needs no change.
    ["https://PAY.example/a%c3%b1o", "https://PAY.example/a%c3%b1o"],
  ])("%s", (given, shown) => {
    expect(readCreatedLink(JSON.stringify({ id: "a", url: given }), "never")?.url).toBe(shown);
  });

  test.each([
    "https://pay.example\uFF0F@evil.example/ñ",
    "https://evil.example\uFF0F.pay.example/1",
    "https://ñ@evil.example/1",
    "http://ñ.example/1",
    "https://pay.example/ñ\u00a01",
    "https://pay.example/\u200b1",
    "https://pay.example/\ufffd",
    "https://pay.example/\ud800",
    `https://pay.example/${"ñ".repeat(400)}`,
  ])("%j is unreadable", (url) => {
    expect(readCreatedLink(JSON.stringify({ id: "a", url }), "never")).toBeUndefined();
  });
});

describe("an id beyond 2^53", () => {
  test.each(["9007199254740993", "18446744073709551615", "123456789012345678901234567890"])(
    "%s keeps all its digits",
    (id) => {
      const link = `{"note":"say \\"9007199254740993\\", 9007199254740993","id": ${id},"url":"${url}"}`;
      expect(readCreatedLink(link, "never")?.upstreamId).toBe(id);
      expect(readLinkPage(`[${link}]`, "never")?.items[0]?.upstreamId).toBe(id);
    },
  );

  test("other numbers stay numbers, and texts stay as they are", () => {
    const json = '{"a":9007199254740991,"b":-1.2345678901234567890,"c":1e21,"d":"9007199254740993","e":[0]}';
    expect(parseJson(json)).toEqual(JSON.parse(json));
    expect(parseJson('{"a":9007199254740993,}')).toBeUndefined();
  });

  test("a body of nothing but quotes is soon refused", () => {
    const usedMs = startProcessorClock();
    expect(parseJson(`"${'\\"'.repeat(250_000)}1234567890123456`)).toBeUndefined();
    expect(usedMs()).toBeLessThan(500);
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
    ["as `data` beside its total", { data: [{ id: "a", url, active: true }], total_items: 7 }, 7],
    ["as `data` alone", { data: [{ id: "a", url, active: true }] }, null],
    ["with a total that is text", { items: [{ id: "a", url, active: "1" }], total_items: "7" }, 7],
    ["without a total", { items: [{ id: "a", url, active: 1 }] }, null],
    ["with a total that is none", { items: [{ id: "a", url, active: true }], total_items: -1 }, null],
  ])("%s is read", (_, json, totalItems) => {
    expect(read(json)).toEqual({ items: [item], totalItems, oddItems: 0 });
  });

  test("an item with nothing but an id still counts", () => {
    const items = [
      { id: 5 },
      { id: "b", url: "javascript:alert(1)", active: "maybe" },
      { id: "a", url, active: true },
    ];
    expect(read({ items, total_items: 3 })?.items).toEqual([
      { upstreamId: "5", url: null, active: null },
      { upstreamId: "b", url: null, active: null },
      item,
    ]);
  });

  test("an item without an id is passed over, and has its place", () => {
    const items = [{ url }, null, "x", [], { id: "" }, { id: "a", url, active: true }, { id: {} }];
    expect(read({ items, total_items: 7 })).toEqual({ items: [item], totalItems: 7, oddItems: 6 });
  });

  test.each([["items that are no list", { items: {}, total_items: 0 }]])(
    "with %s is unreadable",
    (_, json) => {
      expect(read(json)).toBeUndefined();
    },
  );
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
