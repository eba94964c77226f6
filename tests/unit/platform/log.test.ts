import { Writable } from "node:stream";
import pino from "pino";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { logOptions } from "@/lib/platform/log";
import { readableLine } from "@/lib/platform/readable-line";
import { redactText } from "@/lib/platform/redact-text";
import { toRequestId, withRequestId } from "@/lib/platform/request-id";

let lines = "";

function logger(): pino.Logger {
  lines = "";
  const stream = new Writable({
    write: (chunk, _encoding, done) => {
      lines += chunk;
      done();
    },
  });
  return pino(logOptions, stream);
}

function logged(fields: object): string {
  logger().info(fields);
  return lines;
}

test.each(["apiKey", "password", "passwordHash", "token", "cookie", "encrypted", "sealed"])(
  "what a log line calls %s is not in it",
  (name) => {
    expect(logged({ [name]: "canary" })).not.toContain("canary");
    expect(logged({ row: { [name]: "canary" } })).not.toContain("canary");
    expect(logged({ [`${name}Id`]: "kept" })).toContain("kept");
  },
);

test.each([
  ["NEXTAUTH_SECRET", "canary-0123456789-0123456789-012345"],
  ["ENCRYPTION_KEYS", "k1:canary-AAAAAAAAAAAAAAAAAAAAAAAAAAAA,k2:canary-BBBBBBBBBBBBBBBBBBBBBB"],
  ["SANDBOX_TOKEN", "canary-0123456789-0123456789-012345"],
  ["METRICS_TOKEN", "canary-0123456789-0123456789-012345"],
  ["OIDC_CLIENT_SECRET", "canary-client-secret"],
  ["GOOGLE_CLIENT_SECRET", "canary-client-secret"],
])("a line that a library writes does not hold %s", (name, value) => {
  for (const part of value.split(","))
    expect(redactText(`it is ${part}!`, { [name]: value })).toBe("it is [secret]!");
});

test("a line holds no password of an address and no token of a header", () => {
  const line =
    "at postgres://cobro:canary@db:5432/cobro and smtps://:canary@mail, Authorization: Bearer canary.token-1";
  expect(redactText(line, {})).toBe(
    "at postgres://cobro:[secret]@db:5432/cobro and smtps://:[secret]@mail, Authorization: Bearer [secret]",
  );
  const error = new Error("no answer from smtp://cobro:canary@mail.example");
  expect(logged({ err: error })).not.toContain("canary");
});

test("a line holds nothing that a terminal obeys, and still says the same", () => {
  const text = "a\u001b[2J\u007f\u009b31m\n{}\r\u202e\u2028\u0000 ñ";
  const line = logged({ text });
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are looked for.
  expect(line.slice(0, -1)).not.toMatch(/[\x00-\x1f\x7f-\x9f\u2028\u202e]/);
  expect(JSON.parse(line).text).toBe(text);
});

test("each line of a request has its id, also after it has waited", async () => {
  const log = logger();
  await withRequestId("request-1", async () => {
    await Promise.resolve();
    log.info({ code: "inside" });
  });
  log.info({ code: "outside" });
  const [inside, outside] = lines
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
  expect([inside.requestId, outside.requestId]).toEqual(["request-1", undefined]);
});

test("an id is taken over only as a plain token", () => {
  expect(toRequestId("0af7651916cd43dd8448eb211c80319c")).toBe("0af7651916cd43dd8448eb211c80319c");
  for (const odd of [
    undefined,
    "",
    "short",
    "a b c d e f g",
    `x"},{"y":"z`,
    "x".repeat(65),
    "line\nline",
    ["aaaaaaaa"],
  ]) {
    expect(toRequestId(odd)).toMatch(/^[\da-f]{8}-[\da-f-]{27}$/);
  }
});

test("somebody at a terminal reads sentences", () => {
  const line = logged({ code: "upstream_down", host: "api.4geeks.io", failure: "timeout" });
  expect(readableLine(line)).toMatch(
    /^\d\d:\d\d:\d\d info {2}upstream_down host=api\.4geeks\.io failure=timeout\n$/,
  );
  expect(readableLine("no JSON\n")).toBe("no JSON\n");
});

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.runOnlyPendingTimers();
  vi.advanceTimersByTime(60_000);
  vi.useRealTimers();
});

test("a database that is down is one line each ten seconds, with how often it was missed", () => {
  const log = logger();
  const read = () =>
    lines
      .split("\n")
      .filter(Boolean)
      .map((line) => JSON.parse(line));
  const refused = Object.assign(new Error("connect ECONNREFUSED 127.0.0.1:5432"), { code: "ECONNREFUSED" });
  for (let times = 0; times < 500; times += 1) {
    log.error({ err: refused }, "a form could not be handled");
    log.error(
      { code: "console" },
      "%s",
      "Invalid `prisma.query()`: Can't reach database server at 127.0.0.1:5432",
    );
  }
  expect(read()).toMatchObject([{ code: "database_down", count: 1, reason: "ECONNREFUSED" }]);
  vi.advanceTimersByTime(10_000);
  expect(read()).toHaveLength(2);
  expect(read()[1]).toMatchObject({ code: "database_down", count: 999 });
  vi.advanceTimersByTime(60_000);
  log.warn({ code: "queue", reason: "Connection terminated unexpectedly" });
  expect(read()).toHaveLength(3);
});

test("what else cannot be reached is no outage of the database", () => {
  const log = logger();
  log.warn({ code: "identity_provider", provider: "oidc", reason: "connect ECONNREFUSED 127.0.0.1:1" });
  log.warn({ mailId: "1", code: "ECONNREFUSED" }, "an email was refused");
  expect(lines).not.toContain("database_down");
  expect(lines.trim().split("\n")).toHaveLength(2);
});
