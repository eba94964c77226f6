import { describe, expect, test } from "vitest";
import { isOpening, isProgram } from "@/lib/web/opening";
import { sessionCookie } from "@/lib/web/session-cookie";
import { browsers, disguised, programs } from "@/tests/fixtures/user-agents";

const phone = browsers["Safari iPhone"] ?? "";
const opens = (headers: Record<string, string>, method = "GET") =>
  isOpening({ method, headers: new Headers({ "user-agent": phone, ...headers }) });

test("programs are told from people by what they call themselves: one of all is wrong, which is a browser by its name", () => {
  const isWrong = (agents: Record<string, string>, expected: boolean) =>
    Object.keys(agents).filter((name) => isProgram(agents[name] ?? null) !== expected);
  expect([isWrong(programs, true), isWrong(browsers, false)]).toEqual([[], []]);
  expect(isWrong(disguised, true)).toEqual(Object.keys(disguised));
  expect(Object.keys({ ...programs, ...browsers, ...disguised }).length).toBeGreaterThan(60);
});

describe("an opening", () => {
  test("is a person's, with any browser, also one that says little", () => {
    expect(opens({})).toBe(true);
    expect(opens({ "sec-fetch-mode": "navigate", "sec-fetch-dest": "document", purpose: "" })).toBe(true);
    expect(opens({ cookie: "theme=dark; other=1" })).toBe(true);
  });

  test.each([
    { "sec-purpose": "prefetch" },
    { "sec-purpose": "prefetch;prerender" },
    { purpose: "prefetch" },
    { "x-purpose": "preview" },
    { "x-moz": "prefetch" },
    { "sec-fetch-mode": "no-cors" },
    { "user-agent": "" },
    { "user-agent": "WhatsApp/2.23.20.0 A" },
  ])("is not one with %o", (headers) => {
    expect(opens(headers)).toBe(false);
  });

  test("is neither a look at the headers alone, nor one of the portal's own people", () => {
    expect(opens({}, "HEAD")).toBe(false);
    expect(opens({ cookie: `a=b; ${sessionCookie().name}=x` })).toBe(false);
  });
});
