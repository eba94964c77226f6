import pino from "pino";
import { printableJson } from "@/lib/core/printable";
import { findDatabaseOutage } from "@/lib/platform/database-outage";
import { env } from "@/lib/platform/env";
import { processWide } from "@/lib/platform/process-wide";
import { readableLine } from "@/lib/platform/readable-line";
import { redactText } from "@/lib/platform/redact-text";
import { Repeats } from "@/lib/platform/repeats";
import { currentRequestId } from "@/lib/platform/request-id";

/** Field names whose values never belong in a log, at the top level or one below. */
const secretFields = [
  "apiKey",
  "password",
  "passwordHash",
  "secret",
  "token",
  "authorization",
  "cookie",
  "encrypted",
  // The names that these have in rows and jobs.
  "sealed",
];

/** Of `warn` and above, in pino's numbers. */
const warning = 40;

const outages = processWide("database-outages", () => new Repeats());

/**
 * Structured logs: one object a line, in which each line of a request has its id. They hold codes and ids; secrets are
 * taken out in case one is passed by mistake. While the database is down, one line says so each ten seconds.
 */
export const logOptions = {
  base: null,
  timestamp: pino.stdTimeFunctions.isoTime,
  redact: { paths: secretFields.flatMap((field) => [field, `*.${field}`]), censor: "[secret]" },
  mixin: () => {
    const requestId = currentRequestId();
    return requestId === undefined ? {} : { requestId };
  },
  hooks: {
    logMethod(line, write, level) {
      const reason = level < warning ? null : findDatabaseOutage(line);
      if (reason === null) write.apply(this, line);
      else outages.note((count) => write.apply(this, [{ code: "database_down", reason, count }]));
    },
    // JSON leaves some characters as they are that a terminal obeys.
    streamWrite: (line) => printableJson(redactText(line, process.env)),
  },
} satisfies pino.LoggerOptions;

/** The log on standard output. Created on first use, so that importing this parses no settings. */
export function log(): pino.Logger {
  logger ??= pino({
    ...logOptions,
    level: env().LOG_LEVEL,
    hooks: process.stdout.isTTY ? forPeople : logOptions.hooks,
  });
  return logger;
}

/** In a terminal, where somebody runs the portal on their own machine, a line is a sentence. */
const forPeople = {
  ...logOptions.hooks,
  streamWrite: (line: string) => readableLine(logOptions.hooks.streamWrite(line)),
};

let logger: pino.Logger | undefined;
