import { type ChildProcessByStdio, spawn } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import type { Readable } from "node:stream";
import { text } from "node:stream/consumers";
import { CliError } from "@/bin/embedded-postgres/cli-error";
import { env } from "@/lib/platform/env";

type Program = "pg_dump" | "pg_restore";

/**
 * Starts a program of Postgres', from the folder PG_BIN or from PATH.
 * @returns its output, and its end.
 */
function start(program: Program, args: string[], password: Record<string, string>) {
  const { PG_BIN } = env();
  const file = PG_BIN === undefined ? program : path.join(PG_BIN, program);
  const child = spawn(file, args, {
    env: { ...process.env, ...password, LC_ALL: "C" },
    stdio: ["ignore", "pipe", "pipe"],
  });
  return { output: child.stdout, end: end(child, program) };
}

/** @throws {CliError} with what it said last, when it fails or is not there. */
async function end(child: ChildProcessByStdio<null, Readable, Readable>, program: Program): Promise<void> {
  const said = text(child.stderr);
  const [code] = await once(child, "close").catch((error: NodeJS.ErrnoException) => {
    const why =
      error.code === "ENOENT" ? `is not in ${env().PG_BIN ?? "PATH"}` : `cannot be run (${error.code})`;
    throw new CliError(
      `PG_BIN: ${program} ${why}; install Postgres' client programs (Debian: postgresql-client) or name their folder`,
    );
  });
  if (code === 0) return;
  const lines = (await said).trim().split("\n");
  const told = lines.find((line) => /error:/.test(line)) ?? lines.at(-1) ?? "";
  throw new CliError(`${told || `${program} ended with ${code}`}`);
}

/**
 * Runs one to its end.
 * @param read gets its output while it runs.
 */
export async function runProgram<T>(
  program: Program,
  args: string[],
  options: { password?: Record<string, string>; read: (output: Readable) => Promise<T> },
): Promise<T> {
  const { output, end } = start(program, args, options.password ?? {});
  const [result] = await Promise.all([options.read(output), end]);
  return result;
}

/** @throws {CliError} when a program is missing or older than the server, whose format it would not know. */
export async function refusePrograms(serverVersion: number): Promise<void> {
  const server = Math.floor(serverVersion / 10_000);
  for (const program of ["pg_dump", "pg_restore"] as const) {
    const said = await runProgram(program, ["--version"], { read: text });
    const version = Number(/(\d+)(\.|devel|beta|rc|\s|$)/.exec(said.replace(/\(.*?\)/g, ""))?.[1] ?? 0);
    if (version >= server) continue;
    throw new CliError(
      `PG_BIN: ${program} is of Postgres ${version}, and the server of ${server}; ` +
        "it must be at least as new: install that version's client programs, or name their folder",
    );
  }
}
