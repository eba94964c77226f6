import { execFile } from "node:child_process";
import { appendFile, cp, mkdir } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";
import { repository } from "@/tests/support/start-portal";

const run = promisify(execFile);
const copied = [
  ...["app", "bin", "lib", "public", "prisma", "package.json", "package-lock.json"],
  ...["next.config.js", "postcss.config.mjs", "tsconfig.json", "next-env.d.ts", "instrumentation.ts"],
];

/** Another release: the same sources with a change in what every page loads, built in a folder of its own. */
export async function makeOtherBuild(directory: string): Promise<string> {
  const folder = path.join(directory, "other-release");
  await mkdir(folder);
  for (const name of copied) {
    await cp(path.join(repository, name), path.join(folder, name), { recursive: true }).catch(ignoreMissing);
  }
  // Linked file by file: thirty thousand files are no time and no space then, and a bundler follows no link to elsewhere.
  const [from, to] = [repository, folder].map((root) => path.join(root, "node_modules"));
  await run("cp", ["-al", from ?? "", to ?? ""]).catch(() => run("cp", ["-a", from ?? "", to ?? ""]));
  await appendFile(path.join(folder, "app/globals.css"), "\n.of-the-other-release { display: none; }\n");
  await run(process.execPath, ["--import", "tsx", "bin/build.ts"], { cwd: folder, maxBuffer: 1e8 });
  return folder;
}

function ignoreMissing(error: NodeJS.ErrnoException): void {
  if (error.code !== "ENOENT") throw error;
}
