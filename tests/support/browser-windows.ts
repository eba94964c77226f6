import type { Browser, BrowserContext, Page } from "playwright-core";
import { inject } from "vitest";
import { phone } from "@/tests/support/devices";
import { launchBrowser } from "@/tests/support/launch-browser";

export type ContextOptions = Parameters<Browser["newContext"]>[0];

/** A browser window without cookies or storage, as a private one is. */
export type Window = {
  context: BrowserContext;
  page: Page;
  /** Closes the window, or empties it and keeps it for the next test that asks for the same options. */
  giveBack: (isReusable: boolean) => Promise<void>;
};

/**
 * A new process for each window would take a second of the machine, most of it for scripts that the last one had read
 * already. So a window is emptied and used again, and a page that stays open keeps its process alive.
 */
type Idle = { key: string; context: BrowserContext; parked: Page | null };

/** Each idle window takes some 80 MB. */
const maxIdle = 4;

const idle: Idle[] = [];

/** All files are run by one worker, which starts the browser for the first; it ends with the worker. */
let launched: Promise<Browser> | undefined;

export async function openWindow(options: ContextOptions = {}): Promise<Window> {
  const settings = {
    ...phone,
    baseURL: inject("portal").url,
    // Requests that go through one cannot be answered by a test.
    serviceWorkers: "block" as const,
    ...options,
  };
  const key = JSON.stringify(settings);
  const at = idle.findIndex((one) => one.key === key);
  const [known] = at === -1 ? [] : idle.splice(at, 1);
  const window = known ?? { key, ...(await newWindow(settings)) };
  const { context } = window;
  let isClosed = false;
  context.once("close", () => {
    isClosed = true;
  });
  // A script that is added to a window cannot be taken back, nor can a clock that stands in for its own.
  let isChanged = false;
  const addInitScript = context.addInitScript.bind(context);
  context.addInitScript = (...script) => {
    isChanged = true;
    return addInitScript(...script);
  };
  const install = context.clock.install.bind(context.clock);
  context.clock.install = (...time) => {
    isChanged = true;
    return install(...time);
  };
  return {
    context,
    page: await context.newPage(),
    giveBack: async (isReusable) => {
      if (isClosed) return;
      context.addInitScript = addInitScript;
      context.clock.install = install;
      const { parked } = window;
      if (!isReusable || isChanged || !parked) return await context.close();
      await empty(context, parked);
      idle.push(window);
      if (idle.length > maxIdle) await idle.shift()?.context.close();
    },
  };
}

async function newWindow(settings: NonNullable<ContextOptions>): Promise<Omit<Idle, "key">> {
  launched ??= launchBrowser();
  const context = await (await launched).newContext(settings);
  context.setDefaultTimeout(30_000);
  // A window for another server is not used again.
  if (settings.baseURL !== inject("portal").url) return { context, parked: null };
  const parked = await context.newPage();
  // Only pages of one site share a process. An image is a page without scripts.
  await parked.goto(`${inject("portal").url}/icons/192.png`);
  return { context, parked };
}

/** Leaves nothing of a test but what the browser has in its cache of unchangeable files. */
async function empty(context: BrowserContext, parked: Page): Promise<void> {
  for (const event of ["console", "weberror", "request", "response", "requestfailed", "page"] as const) {
    await context.removeAllListeners(event, { behavior: "ignoreErrors" });
  }
  for (const page of context.pages()) if (page !== parked) await page.close();
  await context.unrouteAll({ behavior: "ignoreErrors" });
  await context.setOffline(false);
  await context.clearPermissions();
  await context.clearCookies();
  const session = await context.newCDPSession(parked);
  const { url, sandboxUrl } = inject("portal");
  for (const address of [url, sandboxUrl]) {
    await session.send("Storage.clearDataForOrigin", {
      origin: new URL(address).origin,
      storageTypes: "all",
    });
  }
  await session.detach();
}
