import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { pipeline } from "node:stream/promises";
import * as z from "zod";
import { CliError } from "@/bin/embedded-postgres/cli-error";

/** What lies beside a dump and says what must be in it. */
const manifestSchema = z.object({
  version: z.literal(1),
  takenAt: z.iso.datetime(),
  serverVersion: z.number().int(),
  sha256: z.string().length(64),
  /** What the names of roles in the dump begin with. */
  rolePrefix: z.string().default("cobro"),
  rows: z.record(z.string(), z.number().int()),
});

export type Manifest = z.output<typeof manifestSchema>;

export const filesIn = (folder: string) => ({
  dump: path.join(folder, "cobro.dump"),
  manifest: path.join(folder, "cobro.json"),
});

/** @throws {CliError} when the folder holds no backup, or the dump is not the one that was written. */
export async function readManifest(folder: string): Promise<Manifest> {
  const files = filesIn(folder);
  const text = await readFile(files.manifest, "utf8").catch(() => {
    throw new CliError(`${folder} holds no backup: there is no cobro.json`);
  });
  const parsed = manifestSchema.safeParse(asJson(text));
  if (!parsed.success) throw new CliError(`${files.manifest} was not written by this version of Cobro`);
  const isWhole = await hashFile(files.dump).then(
    (hash) => hash === parsed.data.sha256,
    () => false,
  );
  if (!isWhole) throw new CliError(`${files.dump} is missing, or not as it was written`);
  return parsed.data;
}

export async function hashFile(file: string): Promise<string> {
  const hash = createHash("sha256");
  await pipeline(createReadStream(file), hash);
  return hash.digest("hex");
}

function asJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
