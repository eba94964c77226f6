import pino from "pino";
import { printableJson } from "@/lib/core/printable";
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
  // The names that these have in rows and jobs.
  "sealed",
];

/** What pino puts in the place of a secret's value. */
export const redaction = {
  paths: secretFields.flatMap((field) => [field, `*.${field}`]),
  censor: "[secret]",
};

/** JSON leaves some characters as they are that a terminal obeys. */
export const logHooks = { streamWrite: printableJson };

/**
 * Structured logs on standard output. They hold codes and ids; redaction is there in case a secret is passed by
 * mistake. Created on first use, so that importing this parses no settings.
 */
export function log(): pino.Logger {
  logger ??= pino({
    level: env().LOG_LEVEL,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: redaction,
    hooks: logHooks,
  });
  return logger;
}

let logger: pino.Logger | undefined;
