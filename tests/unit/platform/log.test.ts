import { Writable } from "node:stream";
import pino from "pino";
import { expect, test } from "vitest";
import { redaction } from "@/lib/platform/log";

function logged(fields: object): string {
  let text = "";
  const stream = new Writable({
    write: (chunk, _encoding, done) => {
      text += chunk;
      done();
    },
  });
  pino({ redact: redaction }, stream).info(fields);
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
