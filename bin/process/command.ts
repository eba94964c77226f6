import { existsSync, readFileSync } from "node:fs";
import { parseEnv } from "node:util";
import { CliError } from "@/bin/embedded-postgres/cli-error";
import { printableLines } from "@/bin/process/printable-lines";
import { printable } from "@/lib/core/printable";
import { SettingError } from "@/lib/platform/env";

/**
 * Begins every command: it reads `.env`, and prints errors that a person can fix in one line, with exit code 1.
 * @param main resolves when the command is done, or when everything that it started is running.
 * @param settings those that it reads from `.env`; all by default.
 */
export function runCommand(main: () => Promise<void>, settings?: readonly string[]): void {
  loadDotEnv(settings);
  // What throws before there is a promise is reported in the same way.
  const running = Promise.resolve().then(main);
  running.catch((error: unknown) => {
    report(error);
    process.exit(1);
  });
}

/** Prints one line for expected errors, and the stack for others; to a person, also where the console is a log. */
export function report(error: unknown): void {
  const isExpected = error instanceof SettingError || error instanceof CliError;
  process.stderr.write(`${isExpected ? printable(error.message) : printableLines(error)}\n`);
}

/** Variables in the environment take precedence, even empty ones: that is how tests ignore a developer's `.env`. */
function loadDotEnv(settings?: readonly string[]): void {
  if (!existsSync(".env")) return;
  for (const [name, value] of Object.entries(parseEnv(readFileSync(".env", "utf8")))) {
    if (process.env[name] === undefined && (settings?.includes(name) ?? true)) process.env[name] = value;
  }
}
