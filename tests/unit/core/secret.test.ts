import { inspect } from "node:util";
import pino from "pino";
import { describe, expect, it } from "vitest";
import { Secret } from "@/lib/core/secret";

const plain = "sk_live_never_to_be_shown";
const secret = new Secret(plain);

describe("Secret", () => {
  it("gives its value when asked for it by name", () => {
    expect(secret.reveal()).toBe(plain);
  });

  it.each<[string, () => string]>([
    ["interpolated", () => `${secret}`],
    ["joined", () => [secret].join()],
    ["serialised", () => JSON.stringify({ secret, deep: [{ secret }] })],
    ["inspected", () => inspect({ secret }, { depth: 9 })],
    ["inspected to the bottom", () => inspect(secret, { showHidden: true, customInspect: false })],
    ["spread", () => JSON.stringify({ ...secret })],
    ["listed", () => JSON.stringify([Object.entries(secret), Object.getOwnPropertyNames(secret)])],
    ["cloned", () => inspect(structuredClone(secret), { showHidden: true })],
    ["logged", () => logged({ secret, error: new Error(String(secret)) })],
  ])("shows nothing when it is %s", (_how, show) => {
    expect(show()).not.toContain("never");
  });

  it("says that something was left out", () => {
    expect([`${secret}`, JSON.stringify(secret), inspect(secret)]).toEqual([
      "[secret]",
      '"[secret]"',
      "[secret]",
    ]);
  });
});

function logged(fields: object): string {
  const lines: string[] = [];
  pino({}, { write: (line: string) => lines.push(line) }).info(fields);
  expect(lines).toHaveLength(1);
  return lines.join("");
}
