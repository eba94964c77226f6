import { dirname, join } from "node:path/posix";
import type { Import, SourceFile } from "@/tools/house/read-source";

export type Edge = { from: SourceFile; to: string; imported: Import };

/** Every import of one of our files by another, type imports included. `known` holds every path in the repository. */
export function listEdges(files: readonly SourceFile[], known: ReadonlySet<string>): Edge[] {
  return files.flatMap((from) =>
    from.imports.flatMap((imported) => {
      const to = resolveImport(from.path, imported.target, known);
      return to === null ? [] : [{ from, to, imported }];
    }),
  );
}

/** The imported file's path from the root of the repository; null for a package, and for a computed target. */
export function resolveImport(
  from: string,
  target: string | null,
  known: ReadonlySet<string>,
): string | null {
  const isOwn = target?.startsWith("@/") || target?.startsWith(".");
  if (!isOwn || target === null) return null;
  const path = target.startsWith("@/") ? target.slice(2) : join(dirname(from), target);
  const endings = ["", ".ts", ".tsx", "/index.ts", "/index.tsx"];
  return endings.map((ending) => path + ending).find((candidate) => known.has(candidate)) ?? path;
}

/** Groups of files that import each other in a circle. There must be none. */
export function findFileCircles(edges: readonly Edge[]): string[][] {
  return findCircles(edges.map(({ from, to }) => [from.path, to]));
}

/** Groups of folders that import each other in a circle. A private folder of a page counts as part of the page. */
export function findFolderCircles(edges: readonly Edge[]): string[][] {
  const pairs = edges.map(({ from, to }) => [toFolder(from.path), toFolder(to)] as const);
  return findCircles(pairs.filter(([from, to]) => from !== to));
}

function toFolder(path: string): string {
  return dirname(path).replace(/\/_[^/]+$/, "");
}

/** The strongly connected parts of more than one node (Tarjan, 1972). */
function findCircles(pairs: readonly (readonly [string, string])[]): string[][] {
  const next = new Map<string, Set<string>>();
  for (const [from, to] of pairs) next.set(from, (next.get(from) ?? new Set()).add(to));
  const order = new Map<string, number>();
  const lowest = new Map<string, number>();
  const open: string[] = [];
  const circles: string[][] = [];
  const visit = (node: string): number => {
    const own = order.size;
    order.set(node, own);
    open.push(node);
    let low = own;
    for (const target of next.get(node) ?? []) {
      if (!order.has(target)) low = Math.min(low, visit(target));
      else if (open.includes(target)) low = Math.min(low, order.get(target) ?? low);
    }
    lowest.set(node, low);
    if (low === own) {
      const circle = open.splice(open.indexOf(node));
      if (circle.length > 1) circles.push(circle.sort());
    }
    return low;
  };
  for (const node of next.keys()) if (!order.has(node)) visit(node);
  return circles;
}
