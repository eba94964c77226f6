import { rm } from "node:fs/promises";
import { build } from "esbuild";
import { builtPrograms, programs } from "./load-program.mjs";

// Makes one file of each program, and files of what they share. Packages stay where they are: some read files beside
// their own code.

await rm(builtPrograms, { recursive: true, force: true });
await build({
  entryPoints: programs,
  outdir: builtPrograms,
  outExtension: { ".js": ".mjs" },
  bundle: true,
  splitting: true,
  packages: "external",
  // A hundred files, which take a tenth of a start to find and read one after another. It reads none by itself.
  alias: { zod: "./node_modules/zod/index.js" },
  format: "esm",
  platform: "node",
  target: "node20",
  logLevel: "warning",
});
