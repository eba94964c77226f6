import { existsSync } from "node:fs";
import path from "node:path";
import { nodeEnvironment } from "@/bin/embedded-postgres/plain-environment";
import { portalFlags, withHeapLimit } from "@/bin/launch/heap-limit";
import { hashFiles, readStamp, writeStamp } from "@/bin/launch/stamp";
import { actionKeySetting, buildActionKey } from "@/bin/process/action-key";
import { runNode } from "@/bin/process/child";
import type { Supervisor } from "@/bin/process/supervisor";

const clientSources = ["prisma/schema.prisma", "package-lock.json"];
const clientStamp = "prisma/generated/.sources";

/** Everything that the built portal depends on. */
const portalSources = [
  ...["app", "bin", "lib", "public", "prisma/schema.prisma", "package.json", "package-lock.json"],
  ...["next.config.js", "postcss.config.mjs", "tsconfig.json"],
];
const portalStamp = ".next/.sources";

/** An environment without secrets, in which telemetry, update checks and questions are turned off. */
function quiet() {
  return {
    ...nodeEnvironment([]),
    NEXT_TELEMETRY_DISABLED: "1",
    CHECKPOINT_DISABLE: "1",
    PRISMA_HIDE_UPDATE_MESSAGE: "1",
    CI: "1",
  };
}

/**
 * The file that a package's command runs. Node starts it directly, because a shell in between would not pass signals
 * on.
 */
export function commandFile(packageFile: string): string {
  return path.resolve("node_modules", packageFile);
}

/** Generates the database client, unless there is one for this schema. */
export async function prepareClient(supervisor: Supervisor): Promise<void> {
  const sources = await hashFiles(clientSources);
  if (existsSync("prisma/generated/client.ts") && (await readStamp(clientStamp)) === sources) return;
  const args = [commandFile("prisma/build/index.js"), "generate"];
  await runNode(supervisor, { doing: "making the database client", args, env: quiet() });
  await writeStamp(clientStamp, sources);
}

/** Builds the portal, unless the last build was made from the same sources. */
export async function preparePortal(supervisor: Supervisor): Promise<void> {
  await prepareClient(supervisor);
  const sources = await hashFiles(portalSources);
  if (existsSync(".next/BUILD_ID") && (await readStamp(portalStamp)) === sources) return;
  console.log("Building the portal (once, about half a minute)…");
  await writeStamp(portalStamp, "");
  await runNode(supervisor, {
    doing: "building the portal",
    args: [commandFile("next/dist/bin/next"), "build"],
    env: {
      ...quiet(),
      NODE_ENV: "production",
      [actionKeySetting]: buildActionKey,
      // What the compiler has freed goes back at once, so that a machine with 1 GB of memory is enough for a build.
      MIMALLOC_PURGE_DELAY: "0",
      // Pages of one build accept the answers of another one from the same sources.
      COBRO_BUILD_ID: sources.slice(0, 20),
    },
  });
  await runNode(supervisor, {
    doing: "building the programs beside it",
    args: ["bin/build-programs.mjs"],
    env: quiet(),
  });
  // With the flags that it will have: V8 takes nothing that was compiled with others.
  await runNode(supervisor, {
    doing: "starting the portal once",
    args: [...portalFlags, "bin/keep-compiled.mjs"],
    env: { ...quiet(), NODE_ENV: "production", NODE_OPTIONS: withHeapLimit(process.env.NODE_OPTIONS) },
  }).catch(() => console.log("The portal does not start; what it compiles is not kept."));
  await runNode(supervisor, {
    doing: "compressing the portal's scripts",
    args: ["bin/compress-files.mjs"],
    env: quiet(),
  });
  await writeStamp(portalStamp, sources);
}
