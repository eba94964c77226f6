import { readFile } from "node:fs/promises";
import * as z from "zod";
import { licenceProblems, needlessExceptions } from "@/tools/licences";

// Checks the licence of every package in package-lock.json, those of other platforms too.

const lockSchema = z.object({
  packages: z.record(
    z.string(),
    z.object({ version: z.string(), license: z.string().optional(), name: z.string().optional() }),
  ),
});

const lock = lockSchema.parse(JSON.parse(await readFile("package-lock.json", "utf8")));
const packages = Object.entries(lock.packages)
  .filter(([path]) => path !== "")
  .map(([path, { name, version, license }]) => ({
    name: name ?? path.replace(/^.*node_modules\//, ""),
    version,
    licence: license,
  }));

const problems = licenceProblems(packages);
const needless = needlessExceptions(packages);
for (const line of problems) console.error(`A licence that is not on the list: ${line}`);
for (const name of needless) console.error(`No package needs this exception any more: ${name}`);
if (problems.length + needless.length > 0) {
  console.error("tools/licences.ts holds the list and the exceptions; CONTRIBUTING.md says how to decide.");
  process.exit(1);
}
console.log(`${packages.length} packages, every licence on the list`);
