import { expect, it } from "vitest";
import { en } from "@/lib/i18n/messages/en/catalogue";
import { findFault, findFaultByCode, providerProblems } from "@/lib/web/provider-fault";

it.each([
  ["access_denied", "provider_declined"],
  ["temporarily_unavailable", "provider_down"],
  ["invalid_client", "provider_misconfigured"],
  ["something_new", "provider_failed"],
  ["", "provider_failed"],
  ["constructor", "provider_failed"],
  ["__proto__", "provider_failed"],
])("%s is %s", (code, fault) => {
  expect(findFaultByCode(code)).toBe(fault);
  expect(findFault({ error: code })).toBe(fault);
});

it("whatever is thrown has an answer", () => {
  for (const thrown of [null, undefined, "text", new Error("odd"), {}])
    expect(findFault(thrown)).toBe("provider_failed");
  expect(findFault(Object.assign(new Error("connect"), { code: "ECONNREFUSED" }))).toBe("provider_down");
  expect(findFault(new Error("outgoing request timed out after 5000ms"))).toBe("provider_down");
  expect(findFault({ response: { statusCode: 503 } })).toBe("provider_down");
});

it("each problem has a sentence", () => {
  expect(Object.keys(en.providerProblem).sort()).toEqual([...providerProblems].sort());
});
