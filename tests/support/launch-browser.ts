import { type Browser, chromium } from "playwright-core";

/** Chromium without windows, for tests and benchmarks. It ends with this process at the latest. */
export function launchBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env.CHROMIUM_PATH ?? "/usr/bin/chromium",
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-background-networking",
      "--no-first-run",
      // The pages of one window share a process.
      "--renderer-process-limit=1",
    ],
  });
}
