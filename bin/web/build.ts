import { existsSync } from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";
import { CliError } from "@/bin/embedded-postgres/cli-error";
import { preferCompressedFiles } from "@/bin/process/compressed-files";
import type { Handle } from "@/bin/process/request-turns";
import { readConfiguredHeaders, readRoutePatterns } from "@/bin/process/route-patterns";
import { giveBuiltConfig } from "@/bin/web/built-config";
import { answerShortAddresses } from "@/bin/web/short-addresses";
import { shortPath } from "@/lib/core/paths";

/** What the server knows of the portal that it serves. */
export type Build = {
  /** The route of an address, for what is counted. */
  toRoute: (url: string) => string;
  preferCompressed: (request: IncomingMessage, response: ServerResponse) => void;
  /** Answers what needs no Next, and leaves the rest to it. */
  answerBefore: (next: Handle) => Handle;
};

/** @throws {CliError} when the portal is not built. */
export function readBuild(): Build {
  if (!existsSync(".next/BUILD_ID")) throw new CliError("The portal is not built yet: npm run build");
  giveBuiltConfig(".next/required-server-files.json");
  const routesFile = ".next/routes-manifest.json";
  return {
    toRoute: readRoutePatterns(routesFile),
    preferCompressed: preferCompressedFiles(".next/static", "/_next/static"),
    answerBefore: (next) => answerShortAddresses(readConfiguredHeaders(routesFile, shortPath("code")), next),
  };
}

/** In development Next builds each page when it is asked for. */
export const noBuild: Build = {
  toRoute: () => "development",
  preferCompressed: () => {},
  answerBefore: (next) => next,
};
