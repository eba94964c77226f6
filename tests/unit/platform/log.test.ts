import { Writable } from "node:stream";
import pino from "pino";
import { expect, test } from "vitest";
import { logHooks, redaction } from "@/lib/platform/log";

function logged(fields: object): string {
  let text = "";
  const stream = new Writable({
    write: (chunk, _encoding, done) => {
      text += chunk;
      done();
    },
  });
  pino({ redact: redaction, hooks: logHooks }, stream).info(fields);
  return text;
}

test.each(["apiKey", "password", "passwordHash", "token", "cookie", "encrypted", "sealed"])(
  "what a log line calls %s is not in it",
  (name) => {
    expect(logged({ [name]: "canary" })).not.toContain("canary");
    expect(logged({ row: { [name]: "canary" } })).not.toContain("canary");
    expect(logged({ [`${name}Id`]: "kept" })).toContain("kept");
  },
);

test("a line holds nothing that a terminal obeys, and still says the same", () => {
  const text = "a\u001b[2J\u007f\u009b31m\n{}\r\u202e\u2028\u0000 ñ";
  const line = logged({ text });
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are looked for.
  expect(line.slice(0, -1)).not.toMatch(/[\x00-\x1f\x7f-\x9f\u2028\u202e]/);
  expect(JSON.parse(line).text).toBe(text);
});
