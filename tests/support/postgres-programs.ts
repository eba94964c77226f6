import { chmod, writeFile } from "node:fs/promises";
import path from "node:path";

/**
 * Writes programs that answer like Postgres' own in the cases that a test cannot bring about with these: they are of a
 * version, dump nothing, and give back the script that they are told.
 */
export async function writePostgresPrograms(folder: string, version: string, script: string): Promise<void> {
  await writeFile(path.join(folder, "script"), script);
  const says = `if [ "$1" = --version ]; then echo "$(basename "$0") (PostgreSQL) ${version}"; exit 0; fi`;
  const dump = `for last; do case $last in --file=*) echo > "\${last#--file=}";; esac; done`;
  const programs = { pg_dump: dump, pg_restore: 'cat "$(dirname "$0")/script"' };
  for (const [name, does] of Object.entries(programs)) {
    const file = path.join(folder, name);
    await writeFile(file, `#!/bin/sh\n${says}\n${does}\n`);
    await chmod(file, 0o755);
  }
}
