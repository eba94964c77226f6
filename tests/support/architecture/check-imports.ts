import { dirname, join } from "node:path/posix";
import { fits } from "@/tests/support/architecture/glob";
import { importTable, type Row } from "@/tests/support/architecture/import-table";
import type { Import, SourceFile } from "@/tests/support/architecture/source-file";

/** What a file imports against the table, one sentence each. `known` holds every path there is. */
export function importViolations(file: SourceFile, known: ReadonlySet<string>): string[] {
  const row = importTable.find((row) => isFor(row, file));
  if (row === undefined) return [`${file.path}: no row of the import table is for this file`];
  return file.imports.flatMap((imported) => {
    if (imported.target === null) return computed(file, row);
    const path = resolve(file.path, imported.target, known);
    const isAllowed =
      path === null ? allowsPackage(row, imported.target) : allowsFile(row, file.path, path, imported);
    if (isAllowed) return [];
    const taken = imported.names.length > 0 ? ` (${imported.names.join(", ")})` : "";
    const asType = imported.isType ? ", even as a type" : "";
    return [`${file.path} imports ${path ?? imported.target}${taken}, which ${row.what} may not${asType}`];
  });
}

function isFor({ from, client }: Row, { path, directives }: SourceFile): boolean {
  if (client && !directives.includes("use client")) return false;
  return from.some((pattern) => fits(path, pattern));
}

/** A computed target defeats the table, so that only commands and prisma/, which stand outside the flow, have any. */
function computed({ path }: SourceFile, row: Row): string[] {
  return /^(?:app|lib)\//.test(path) ? [`${path} imports a computed target, which ${row.what} may not`] : [];
}

/** The path from the root of the repository, or null for a package. */
function resolve(from: string, target: string, known: ReadonlySet<string>): string | null {
  const isOwn = target.startsWith("@/") || target.startsWith(".");
  if (!isOwn) return null;
  const path = target.startsWith("@/") ? target.slice(2) : join(dirname(from), target);
  const endings = ["", ".ts", ".tsx", "/index.ts", "/index.tsx"];
  return endings.map((ending) => path + ending).find((candidate) => known.has(candidate)) ?? path;
}

function allowsPackage({ packages }: Row, target: string): boolean {
  return packages.some((name) => {
    if (name === "*") return true;
    return name.endsWith(":") ? target.startsWith(name) : target === name || target.startsWith(`${name}/`);
  });
}

function allowsFile(
  { may, types = [] }: Row,
  from: string,
  path: string,
  { isType, names }: Import,
): boolean {
  const allowed = isType ? [...may, ...types] : may;
  const isRefused = allowed.some((entry) => entry.startsWith("!") && fits(path, entry.slice(1)));
  if (isRefused) return false;
  return allowed.some((entry) => {
    const [pattern = "", onlyNames] = entry.split("#");
    const whole = pattern.startsWith("./") ? `${dirname(from)}/${pattern.slice(2)}` : pattern;
    if (!fits(path, whole)) return false;
    return onlyNames === undefined || names.every((name) => onlyNames.split(",").includes(name));
  });
}
