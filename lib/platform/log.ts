import pino from "pino";
import { env } from "@/lib/platform/env";

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
  // The same in rows and jobs, as the database names it.
  "sealed",
];

/** What pino puts in the place of a secret's value. */
export const redaction = {
  paths: secretFields.flatMap((field) => [field, `*.${field}`]),
  censor: "[secret]",
};

/**
 * Structured logs on standard output. They carry codes and ids; redaction is the net below that rule.
 * Made on first use, so that importing it parses no settings.
 */
export function log(): pino.Logger {
  logger ??= pino({
    level: env().LOG_LEVEL,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: redaction,
  });
  return logger;
}

let logger: pino.Logger | undefined;
