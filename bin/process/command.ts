import { existsSync, readFileSync } from "node:fs";
import { parseEnv } from "node:util";
import { CliError } from "@/bin/embedded-postgres/cli-error";
import { SettingError } from "@/lib/platform/env";

/**
 * What every command begins with: reads `.env`, and answers what a person can put right with one line and exit code 1.
 * @param main resolves when the command is done, or when what it started runs.
 */
export function runCommand(main: () => Promise<void>): void {
  loadDotEnv();
  main().catch((error: unknown) => {
    report(error);
    process.exit(1);
  });
}

/** One line for what was to be expected; the stack too for what was not. */
export function report(error: unknown): void {
  const isExpected = error instanceof SettingError || error instanceof CliError;
  console.error(isExpected ? error.message : error);
}

/** What the environment says already stays, an empty value included: so a test is out of reach of a developer's `.env`. */
function loadDotEnv(): void {
  if (!existsSync(".env")) return;
  for (const [name, value] of Object.entries(parseEnv(readFileSync(".env", "utf8")))) {
    if (process.env[name] === undefined) process.env[name] = value;
  }
}
