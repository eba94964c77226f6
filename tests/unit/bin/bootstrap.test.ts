import { spawnSync } from "node:child_process";
import { copyFile, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";

const bootstrap = path.resolve(import.meta.dirname, "../../../bin/bootstrap.mjs");

let clone: string;

/** A fresh clone with an npm that only records how it was called. */
beforeAll(async () => {
  clone = await mkdtemp(path.join(tmpdir(), "cobro-clone-"));
  await mkdir(path.join(clone, "bin"));
  await mkdir(path.join(clone, "path"));
  await copyFile(bootstrap, path.join(clone, "bin/bootstrap.mjs"));
  await writeFile(
    path.join(clone, "package-lock.json"),
    JSON.stringify({ packages: { one: { version: "1.0.0" } } }),
  );
  await writeFile(
    path.join(clone, "bin/go.mjs"),
    'import { bootstrap } from "./bootstrap.mjs";\nawait bootstrap();\n',
  );
  const npm = `#!${process.execPath}\nrequire("node:fs").writeFileSync("called", process.argv.slice(2).join(" ") + " " + Object.keys(process.env).filter((name) => name.startsWith("npm_")).join(" "));\nprocess.exit(1);\n`;
  await writeFile(path.join(clone, "path/npm"), npm, { mode: 0o755 });
  await writeFile(path.join(clone, "npm-cli.js"), npm.replace(/^.*\n/, ""));
  await writeFile(path.join(clone, "pnpm.cjs"), "console.error('ERR_PNPM_ unknown option');process.exit(1);");
});
afterAll(() => rm(clone, { recursive: true }));

function start(env: Record<string, string>) {
  return spawnSync(process.execPath, [path.join(clone, "bin/go.mjs")], {
    env: { NODE_ENV: "production", ...env },
    encoding: "utf8",
  });
}

const starters: [string, Record<string, string>, string][] = [
  ["pnpm", { npm_execpath: "pnpm.cjs", npm_config_user_agent: "pnpm/10.0.0", npm_config_registry: "x" }, ""],
  ["yarn", { npm_execpath: "/usr/share/yarn/bin/yarn.js", npm_config_user_agent: "yarn/1.22.22" }, ""],
  ["bun", { npm_execpath: "/usr/bin/bun", npm_config_user_agent: "bun/1.2" }, ""],
  ["nothing", {}, ""],
  ["npm", { npm_execpath: "npm-cli.js", npm_config_user_agent: "npm/10.8.2" }, "npm_execpath"],
];

test.each(starters)("started by %s, the dependencies are installed by npm", async (_name, env, kept) => {
  const execpath = env.npm_execpath && path.resolve(clone, env.npm_execpath);
  start({ ...env, PATH: path.join(clone, "path"), ...(execpath && { npm_execpath: execpath }) });
  const called = await readFile(path.join(clone, "called"), "utf8");
  expect(called).toMatch(/^install --no-save /);
  expect(called.includes("npm_execpath")).toBe(kept !== "");
  await rm(path.join(clone, "called"));
});

test("without npm it is said in one line", () => {
  const { status, stderr } = start({ PATH: "/nowhere", npm_execpath: path.join(clone, "pnpm.cjs") });
  expect(status).toBe(1);
  expect(stderr).toBe("Cobro installs its dependencies with npm, which is not here; it comes with Node.\n");
});
