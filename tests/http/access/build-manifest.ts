import { readFile } from "node:fs/promises";
import path from "node:path";
import * as z from "zod";
import { repository } from "@/tests/support/start-portal";

/** A server action of the build. `name` is its file and export; `route` is the address of a page that can submit it. */
export type BuiltAction = { name: string; id: string; route: string; takesState: boolean };

const routesSchema = z.record(z.string(), z.string());
const actionsSchema = z.object({
  node: z.record(
    z.string(),
    z.object({ filename: z.string(), exportedName: z.string(), workers: z.record(z.string(), z.unknown()) }),
  ),
  // None of ours run there; this test would not see them.
  edge: z.record(z.string(), z.never()),
});

/** Addresses of pages and of route handlers, as patterns: `/m/[merchant]/links`. */
export async function builtRoutes(): Promise<{ pages: string[]; handlers: string[] }> {
  const routes = Object.entries(routesSchema.parse(await readManifest("app-path-routes-manifest.json")));
  const ending = (end: string) =>
    routes.filter(([file, route]) => file.endsWith(end) && !route.startsWith("/_")).map(([, route]) => route);
  return { pages: ending("/page"), handlers: ending("/route") };
}

export async function builtActions(): Promise<BuiltAction[]> {
  const routes = routesSchema.parse(await readManifest("app-path-routes-manifest.json"));
  const { node } = actionsSchema.parse(await readManifest("server/server-reference-manifest.json"));
  return Object.entries(node).map(([id, { filename, exportedName, workers }]) => {
    const [page = ""] = Object.keys(workers);
    const route = routes[page.replace(/^app/, "")];
    if (!route) throw new Error(`${filename}#${exportedName}: ${page} has no address`);
    return { name: `${filename}#${exportedName}`, id, route, takesState: takesSecondArgument(id) };
  });
}

/**
 * The first byte of an action's id tells which arguments it uses. An action with a state gets the form as its second.
 */
function takesSecondArgument(id: string): boolean {
  return (Number.parseInt(id.slice(0, 2), 16) & 0b0010_0000) !== 0;
}

async function readManifest(name: string): Promise<unknown> {
  return JSON.parse(await readFile(path.join(repository, ".next", name), "utf8"));
}
