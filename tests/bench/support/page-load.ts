import type { BrowserContext, CDPSession, Page } from "playwright-core";

declare global {
  interface Window {
    seen?: { lcpMs: number; shifts: number; interactionMs: number; what: string };
  }
}

/** A mid-range phone on a slow mobile network, with Lighthouse's values. */
const phone = { cpuSlowdown: 4, latencyMs: 150, downBytesPerSecond: 200_000, upBytesPerSecond: 93_750 };

/** One visit to a page. Times in milliseconds; `bytes` as transferred, for everything the page loads. */
export type PageLoad = {
  lcpMs: number;
  /** The slowest reaction on screen to an action of the visit; 0 when there was none. */
  inpMs: number;
  cls: number;
  bytes: number;
  requests: number;
};

export type PhoneVisit = { address: string; interact?: ((page: Page) => Promise<void>) | undefined };

/** The first visit with an empty cache, and a second with what is in the cache then. */
export async function visitTwice(
  context: BrowserContext,
  visit: PhoneVisit,
): Promise<{ cold: PageLoad; warm: PageLoad }> {
  // Node's loader for TypeScript puts calls of this function into the code that it compiles.
  await context.addInitScript("globalThis.__name = (value) => value");
  await context.addInitScript(observe);
  const page = await context.newPage();
  const devtools = await context.newCDPSession(page);
  await slowDown(devtools);
  const cold = await load(page, devtools, visit);
  await page.goto("about:blank");
  const warm = await load(page, devtools, visit);
  await page.close();
  return { cold, warm };
}

async function slowDown(devtools: CDPSession): Promise<void> {
  await devtools.send("Network.enable");
  await devtools.send("Network.emulateNetworkConditions", {
    offline: false,
    latency: phone.latencyMs,
    downloadThroughput: phone.downBytesPerSecond,
    uploadThroughput: phone.upBytesPerSecond,
  });
  await devtools.send("Emulation.setCPUThrottlingRate", { rate: phone.cpuSlowdown });
}

async function load(page: Page, devtools: CDPSession, { address, interact }: PhoneVisit): Promise<PageLoad> {
  let [bytes, requests] = [0, 0];
  const count = ({ encodedDataLength }: { encodedDataLength: number }) => {
    bytes += encodedDataLength;
    if (encodedDataLength > 0) requests += 1;
  };
  devtools.on("Network.loadingFinished", count);
  await page.goto(address, { waitUntil: "networkidle" });
  await page.waitForFunction(() => (window.seen?.lcpMs ?? 0) > 0);
  await page.waitForTimeout(300);
  const { lcpMs = Number.NaN } = (await page.evaluate(() => window.seen)) ?? {};
  await interact?.(page);
  // The browser reports an interaction a moment after its result was drawn.
  await page.waitForTimeout(500);
  const {
    shifts = Number.NaN,
    interactionMs = Number.NaN,
    what = "",
  } = (await page.evaluate(() => window.seen)) ?? {};
  devtools.off("Network.loadingFinished", count);
  if (process.env.BENCH_DEBUG) console.log(`    ${address}: ${what}`);
  return { lcpMs, inpMs: interactionMs, cls: shifts, bytes, requests };
}

/** Runs in the page, before its first element. */
function observe(): void {
  const seen = { lcpMs: Number.NaN, shifts: 0, interactionMs: 0, what: "" };
  window.seen = seen;
  const watch = (type: string, each: (entry: PerformanceEntry) => void, options: object = {}) =>
    new PerformanceObserver((list) => list.getEntries().forEach(each)).observe({
      type,
      buffered: true,
      ...options,
    });
  watch("largest-contentful-paint", (entry) => {
    seen.lcpMs = entry.startTime;
    const { element } = entry as PerformanceEntry & { element?: Element };
    const size = (entry as PerformanceEntry & { size: number }).size;
    seen.what += ` [${Math.round(entry.startTime)} ms, ${size} px: ${element?.outerHTML.slice(0, 110) ?? ""}]`;
  });
  watch("layout-shift", (entry) => {
    const { value, hadRecentInput } = entry as PerformanceEntry & { value: number; hadRecentInput: boolean };
    if (!hadRecentInput) seen.shifts += value;
  });
  const noteInteraction = (entry: PerformanceEntry) => {
    const { interactionId } = entry as PerformanceEntry & { interactionId: number };
    if (interactionId > 0) seen.interactionMs = Math.max(seen.interactionMs, entry.duration);
  };
  watch("event", noteInteraction, { durationThreshold: 16 });
}
