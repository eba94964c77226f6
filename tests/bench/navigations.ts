import type { Browser, Page } from "playwright-core";
import { en } from "@/lib/i18n/messages/en/catalogue";
import { figure } from "@/tests/bench/support/figure";
import { percentile } from "@/tests/bench/support/measure";
import { type Counter, openCounter } from "@/tests/bench/support/open-counter";
import { sizes } from "@/tests/bench/support/sizes";
import { phone } from "@/tests/support/devices";
import type { HttpVisitor } from "@/tests/support/http-visitor";
import { launchBrowser } from "@/tests/support/launch-browser";
import { startTestPortal, teardown } from "@/tests/support/portal";

// From a tap to the first change on the screen, to what is known of the next page, and to that page, at a round trip of
// 400 ms and 400 kbit/s, over five navigations on a phone. Nothing moves meanwhile.

declare global {
  interface Window {
    shiftSinceTap?: number;
  }
}

const { runs } = sizes({ runs: 5 }, { runs: 15 });
const network = { offline: false, latency: 400, downloadThroughput: 50_000, uploadThroughput: 50_000 };
const goalMs = 100;

const tab = (name: string) => (page: Page) =>
  page.getByRole("navigation", { name: en.nav.main }).getByRole("link", { name });

/** Each begins where the one before has ended. `there` is on the next page only. */
const navigations = [
  { name: "to the history", link: tab(en.nav.history), there: "#history-title" },
  { name: "to a link", link: (page: Page) => page.locator("a.link-row").first(), there: ".link-page" },
  { name: "to the inbox", link: tab(en.nav.inbox), there: "[aria-current=page][href$='/inbox']" },
  { name: "to the settings", link: tab(en.nav.settings), there: "[aria-current=page][href$='/settings']" },
  { name: "to a new link", link: tab(en.nav.new), there: "[aria-current=page][href$='/new']" },
];

try {
  const portal = await startTestPortal();
  const browser = await launchBrowser();
  const counter = await openCounter(portal.url, portal.upstreamUrl);
  await addLinks(counter);
  const { http, path } = counter;
  const found = new Map<string, { first: number; shape: number; content: number; shifts: number }[]>();
  for (let run = 0; run <= runs; run += 1) {
    const page = await openOnPhone(browser, http, path);
    for (const { name, link, there } of navigations) {
      const measured = await measure(page, link(page), there);
      // The first run fills the server's caches.
      if (run > 0) found.set(name, [...(found.get(name) ?? []), measured]);
    }
    await page.context().close();
  }
  for (const [name, all] of found) {
    const middle = (what: "first" | "shape" | "content" | "shifts") =>
      percentile(
        all.map((one) => one[what]).sort((a, b) => a - b),
        0.5,
      );
    const first = middle("first");
    figure({ what: `${name}, to the first change`, value: first, unit: "ms", isMet: first <= goalMs });
    figure({ what: `${name}, to what is known`, value: middle("shape"), unit: "ms" });
    figure({ what: `${name}, to the page`, value: middle("content"), unit: "ms", floor: network.latency });
    figure({ what: `${name}, layout shift`, value: middle("shifts"), isMet: middle("shifts") === 0 });
  }
  await browser.close();
} finally {
  await teardown();
}
process.exit();

async function measure(page: Page, link: ReturnType<Page["locator"]>, there: string) {
  await link.waitFor();
  await page.evaluate(watchTap, there);
  await link.tap();
  await page.waitForFunction(() => performance.getEntriesByName("there").length > 0);
  await page.waitForLoadState("networkidle");
  return page.evaluate(() => {
    const at = (name: string) => performance.getEntriesByName(name)[0]?.startTime ?? Number.NaN;
    const since = (name: string) => at(name) - at("tap");
    return {
      first: since("first"),
      shape: since("shape"),
      content: since("there"),
      shifts: window.shiftSinceTap ?? Number.NaN,
    };
  });
}

/** Runs in the page. Marks the tap, and the first frames with a change, with the next page's shape, and with itself. */
function watchTap(there: string): void {
  const names = ["tap", "first", "shape", "there"];
  for (const name of names) performance.clearMarks(name);
  window.shiftSinceTap = 0;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries())
      window.shiftSinceTap = (window.shiftSinceTap ?? 0) + Number(Reflect.get(entry, "value"));
  }).observe({ type: "layout-shift" });
  addEventListener("click", () => performance.mark("tap"), { capture: true, once: true });
  const isMarked = (name: string) => performance.getEntriesByName(name).length > 0;
  const look = () => {
    const mark = (name: string, isSeen: boolean) => isSeen && !isMarked(name) && performance.mark(name);
    if (isMarked("tap")) {
      const shape = document.querySelector(".pending-page");
      mark("first", document.querySelector("[data-pending]") !== null);
      mark("shape", shape !== null && getComputedStyle(shape).opacity === "1");
      mark("there", shape === null && document.querySelector(there) !== null);
    }
    if (!isMarked("there")) requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

async function openOnPhone(browser: Browser, http: HttpVisitor, path: string): Promise<Page> {
  const context = await browser.newContext({ ...phone, baseURL: http.origin, serviceWorkers: "block" });
  await context.addCookies(http.browserCookies());
  // Node's loader for TypeScript puts calls of this function into the code that it compiles.
  await context.addInitScript("globalThis.__name = (value) => value");
  const page = await context.newPage();
  await page.goto(`${path}/links/new`, { waitUntil: "networkidle" });
  const devtools = await context.newCDPSession(page);
  await devtools.send("Network.enable");
  await devtools.send("Network.emulateNetworkConditions", network);
  return page;
}

async function addLinks({ http, path }: Counter): Promise<void> {
  for (let place = 1; place <= 20; place += 1) {
    const link = { amount: `${place}.50`, currency: "USD", description: `Lunch for table ${place}` };
    await http.submit(`${path}/links/new`, 'name="intentId"', link);
  }
}
