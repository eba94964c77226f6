import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { mkdir, readdir, readFile, stat, writeFile } from "node:fs/promises";
import path from "node:path";

/** One hash of the names and contents of files, and of all files below directories. Missing ones count as empty. */
export async function hashFiles(sources: string[]): Promise<string> {
  const hash = createHash("sha256");
  for (const source of sources) {
    for (const file of await filesBelow(source)) {
      // Nobody else waits for this process, and waiting for each file would take six times as long.
      hash.update(`${file}\0`).update(readFileSync(file));
    }
  }
  return hash.digest("hex");
}

export async function readStamp(file: string): Promise<string> {
  return readFile(file, "utf8").catch(() => "");
}

export async function writeStamp(file: string, content: string): Promise<void> {
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, content);
}

async function filesBelow(source: string): Promise<string[]> {
  const found = await stat(source).catch(() => undefined);
  if (!found) return [];
  if (!found.isDirectory()) return [source];
  const entries = await readdir(source, { withFileTypes: true, recursive: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort();
}
