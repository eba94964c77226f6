import { readFileSync } from "node:fs";
import { env } from "@/lib/platform/env";
import { runWorker } from "./worker";

export const dynamic = "force-dynamic";

/** The service worker: a script of its own, which changes with every build. `SERVICE_WORKER=off` takes it back. */
export function GET(): Response {
  const headers = { "content-type": "text/javascript; charset=utf-8", "cache-control": "no-cache" };
  if (env().SERVICE_WORKER === "off") return new Response(null, { status: 410, headers });
  const build = readFileSync(".next/BUILD_ID", "utf8").trim();
  return new Response(`(${runWorker.toString()})(self, ${JSON.stringify(build)});\n`, { headers });
}
