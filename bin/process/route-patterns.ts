import { readFileSync } from "node:fs";
import * as z from "zod";

const route = z.object({ page: z.string(), regex: z.string() });
const manifest = z.object({ staticRoutes: z.array(route), dynamicRoutes: z.array(route) });
const withHeaders = z.object({
  headers: z.array(
    z.object({ regex: z.string(), headers: z.array(z.object({ key: z.string(), value: z.string() })) }),
  ),
});

/**
 * Makes a function that finds a path's route as it is written in the code, as in `/m/[merchant]/links`. Whatever people
 * send, there are only as many routes as the build has.
 * @param file the build's list of routes.
 */
export function readRoutePatterns(file: string): (url: string) => string {
  const { staticRoutes, dynamicRoutes } = manifest.parse(JSON.parse(readFileSync(file, "utf8")));
  const routes = [...staticRoutes, ...dynamicRoutes].map(({ page, regex }) => ({
    page,
    regex: new RegExp(regex),
  }));
  return (url) => {
    const [path = ""] = url.split(/[?#]/);
    if (path.startsWith("/_next/")) return "/_next";
    return routes.find(({ regex }) => regex.test(path))?.page ?? "other";
  };
}

/**
 * The headers that next.config.js gives every answer at this path, by name. Of those with the same name the last holds.
 * @param file the build's list of routes.
 */
export function readConfiguredHeaders(file: string, path: string): Map<string, string> {
  const { headers } = withHeaders.parse(JSON.parse(readFileSync(file, "utf8")));
  const found = headers.filter(({ regex }) => new RegExp(regex).test(path)).flatMap((one) => one.headers);
  return new Map(found.map(({ key, value }) => [key, value]));
}
