import { readdirSync, readFileSync } from "node:fs";
import { type Edge, listEdges } from "@/tools/house/import-graph";
import { readSource, type SourceFile } from "@/tools/house/read-source";

export type House = { files: SourceFile[]; known: ReadonlySet<string>; edges: Edge[] };

const folders = ["app", "lib", "bin", "tools", "prisma"];

/** Reads all code below the current directory, as the architecture test needs it. */
export function readHouse(): House {
  const paths = folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => `${entry.parentPath}/${entry.name}`.replaceAll("\\", "/")),
  );
  const known = new Set(paths);
  const files = paths
    .filter((path) => /\.tsx?$/.test(path) && !path.startsWith("prisma/generated/"))
    .map((path) => readSource(path, readFileSync(path, "utf8")));
  return { files, known, edges: listEdges(files, known) };
}
