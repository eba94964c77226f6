import { describe, expect, test } from "vitest";
import { isOpening, isProgram, wantsPreview } from "@/lib/web/opening";
import { sessionCookie } from "@/lib/web/session-cookie";
import { browsers, disguised, programs, scripts } from "@/tests/fixtures/user-agents";

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

test.each(Object.entries(scripts))(
  "a script with %s is led on, counts as no opening, and is shown no preview",
  (_, agent) => {
    expect(isProgram(agent)).toBe(true);
    expect(wantsPreview(agent)).toBe(false);
    expect(opens({ "user-agent": agent })).toBe(false);
  },
);

test.each(Object.entries(programs))("%s is shown the preview", (_, agent) => {
  expect(wantsPreview(agent)).toBe(true);
});

test.each(Object.entries({ ...browsers, ...disguised }))("a person with %s is led on", (_, agent) => {
  expect(wantsPreview(agent)).toBe(false);
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
