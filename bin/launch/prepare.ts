import { existsSync } from "node:fs";
import path from "node:path";
import { hashFiles, readStamp, writeStamp } from "@/bin/launch/stamp";
import { runNode } from "@/bin/process/child";
import type { Supervisor } from "@/bin/process/supervisor";

const clientSources = ["prisma/schema.prisma", "package-lock.json"];
const clientStamp = "prisma/generated/.sources";

/** All that the built portal is made of. */
const portalSources = [
  ...["app", "lib", "public", "prisma/schema.prisma", "package.json", "package-lock.json"],
  ...["next.config.js", "postcss.config.mjs", "proxy.ts", "tsconfig.json"],
];
const portalStamp = ".next/.sources";

/** Nothing calls home, and nothing waits for an answer. */
const quiet = {
  NEXT_TELEMETRY_DISABLED: "1",
  CHECKPOINT_DISABLE: "1",
  PRISMA_HIDE_UPDATE_MESSAGE: "1",
  CI: "1",
};

/** The file that a package's command runs, to start with Node itself: a shell between would swallow signals. */
export function commandFile(packageFile: string): string {
  return path.resolve("node_modules", packageFile);
}

/** Makes the database client unless it is there for this schema. */
export async function prepareClient(supervisor: Supervisor): Promise<void> {
  const sources = await hashFiles(clientSources);
  if (existsSync("prisma/generated/client.ts") && (await readStamp(clientStamp)) === sources) return;
  const args = [commandFile("prisma/build/index.js"), "generate"];
  await runNode(supervisor, { doing: "making the database client", args, env: quiet });
  await writeStamp(clientStamp, sources);
}

/** Builds the portal unless the last build is of these sources. */
export async function preparePortal(supervisor: Supervisor): Promise<void> {
  await prepareClient(supervisor);
  const sources = await hashFiles(portalSources);
  if (existsSync(".next/BUILD_ID") && (await readStamp(portalStamp)) === sources) return;
  console.log("Building the portal (once, about half a minute)…");
  await writeStamp(portalStamp, "");
  await runNode(supervisor, {
    doing: "building the portal",
    args: [commandFile("next/dist/bin/next"), "build"],
    env: { ...quiet, NODE_ENV: "production" },
  });
  await writeStamp(portalStamp, sources);
}
