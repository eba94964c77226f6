import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { CliError } from "@/bin/embedded-postgres/cli-error";

/** Chromium without windows. A new context takes half a second less in it, and the tests open hundreds. */
const headlessShell = "/usr/bin/chromium-headless-shell";

/** Where no package server is reachable, the tests go on with what is installed. */
const aptLimitMs = 3 * 60_000;

const usualPlaces = [
  headlessShell,
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

/**
 * The browser for the end-to-end tests: `CHROMIUM_PATH`, or an installed one, otherwise Debian's, which is then
 * installed. Root, as on a build machine, also gets Debian's headless shell where it is missing.
 * @throws {CliError} when there is none and none can be installed.
 */
export function findBrowser(): string {
  const given = process.env.CHROMIUM_PATH;
  if (given) {
    if (existsSync(given)) return given;
    throw new CliError(`CHROMIUM_PATH: there is no ${given}`);
  }
  if (!existsSync(headlessShell) && process.getuid?.() === 0 && existsSync("/usr/bin/apt-get")) {
    console.log("Installing Chromium's headless shell (once)…");
    install("chromium-headless-shell");
  }
  const found = installed();
  if (found) return found;
  console.log("Installing Chromium (once)…");
  if (install("chromium")) {
    const browser = installed();
    if (browser) return browser;
  }
  throw new CliError(
    "CHROMIUM_PATH: the tests need Chromium, which is not here and could not be installed by apt-get",
  );
}

function installed(): string | undefined {
  return usualPlaces.find((place) => existsSync(place));
}

function install(name: string): boolean {
  return apt("update") && apt("install", "-y", "--no-install-recommends", name);
}

/** Runs apt-get without questions; without the rights it fails. */
function apt(...args: string[]): boolean {
  const asRoot = process.getuid?.() === 0 ? ["apt-get"] : ["sudo", "-n", "apt-get"];
  const [file = "", ...first] = asRoot;
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  return (
    spawnSync(file, [...first, "-q", ...args], {
      stdio: ["ignore", "ignore", "inherit"],
      env,
      timeout: aptLimitMs,
    }).status === 0
  );
}
