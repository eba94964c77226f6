import type { Browser, BrowserContext, Page } from "playwright-core";
import { undoMs } from "@/app/m/[merchant]/links/new/_create/undo-bar";
import { en } from "@/lib/i18n/messages/en/catalogue";
import { figure } from "@/tests/bench/support/figure";
import { type Counter, openCounter } from "@/tests/bench/support/open-counter";
import { Thumb } from "@/tests/bench/support/thumb";
import { phone } from "@/tests/support/devices";
import type { HttpVisitor } from "@/tests/support/http-visitor";
import { launchBrowser } from "@/tests/support/launch-browser";
import { startTestPortal, teardown } from "@/tests/support/portal";
import { qrReaders } from "@/tests/support/qr-readers";

// From the open app, signed in, to a QR code on the screen that can be scanned: how many taps, and how many seconds
// after the first one, when upstream takes 300 ms. A tap on a template can be undone for three seconds before it is sent;
// that time is a figure of its own and is not part of the others.

const upstreamMs = 300;
const runs = 5;
let madeBefore = 0;

type Work = (thumb: Thumb, path: string) => Promise<void>;

try {
  const portal = await startTestPortal();
  const browser = await launchBrowser();
  const counter = await openCounter(portal.url, portal.upstreamUrl);
  await prepare(counter);
  for (const [what, goal, heldMs, work] of [
    ["a new amount of four digits for something usual", 6, 0, newAmount],
    ["from a template", 1, undoMs, fromTemplate],
    ["duplicate", 2, 0, duplicate],
  ] as const) {
    const found = await measured(browser, counter, work);
    figure({ what: `${what}, taps`, value: found.taps, isMet: found.taps === goal });
    const since = heldMs === 0 ? "" : ", after the time to undo it";
    if (heldMs > 0) figure({ what: `${what}, time to undo it`, value: heldMs / 1000, unit: "s" });
    figure({
      what: `${what}, to a code that is read${since}`,
      value: found.seconds - heldMs / 1000,
      unit: "s",
      floor: upstreamMs / 1000,
    });
    figure({
      what: `${what}, press to link card${since}`,
      value: found.linkCardMs - heldMs,
      unit: "ms",
      isMet: found.linkCardMs - heldMs <= 100,
    });
  }
  await browser.close();
} finally {
  await teardown();
}

/** The median of several runs. */
async function measured(browser: Browser, { http, path, account }: Counter, work: Work) {
  const found: { taps: number; seconds: number; linkCardMs: number }[] = [];
  for (let run = 0; run < runs; run += 1) {
    await account.setFault({ fault: "slow", delayMs: upstreamMs, endpoint: "create" });
    const context = await onPhone(browser, http);
    const page = await context.newPage();
    // As from the home screen's icon: a loaded page, and a router that has fetched the pages it links to.
    await page.goto("/", { waitUntil: "networkidle" });
    const thumb = new Thumb(page);
    await work(thumb, path);
    await page.getByRole("img", { name: en.link.qr }).waitFor();
    const seconds = thumb.seconds();
    const text = await qrReaders.jsqr(await page.getByRole("img", { name: en.link.qr }).screenshot());
    if (!text?.includes("/link/plink_")) throw new Error(`the code says ${text}`);
    found.push({ taps: thumb.taps, seconds, linkCardMs: await linkCardMs(page) });
    await context.close();
  }
  const middle = (name: "taps" | "seconds" | "linkCardMs") =>
    found.map((one) => one[name]).sort((a, b) => a - b)[Math.floor(runs / 2)] ?? Number.NaN;
  return { taps: middle("taps"), seconds: middle("seconds"), linkCardMs: middle("linkCardMs") };
}

async function newAmount(thumb: Thumb): Promise<void> {
  const { page } = thumb;
  const pad = page.getByRole("group", { name: en.create.keypad });
  // A different amount each time, because the same one would lead to a question.
  madeBefore += 1;
  for (const digit of ["1", "2", "5", String(madeBefore)]) {
    await thumb.tap(pad.getByRole("button", { name: digit, exact: true }));
  }
  await thumb.tap(page.getByRole("button", { name: "Two coffees", exact: true }));
  await thumb.tap(page.getByRole("button", { name: en.newLink.submit, exact: true }));
}

async function fromTemplate(thumb: Thumb): Promise<void> {
  await thumb.tap(thumb.page.getByRole("button", { name: /^Coffee/ }));
}

/** The app shows the link that is to be created again. */
async function duplicate(thumb: Thumb, path: string): Promise<void> {
  await thumb.page.goto(`${path}/links`, { waitUntil: "networkidle" });
  await thumb.page.locator("main li a").first().tap();
  await thumb.page.getByRole("img", { name: en.link.qr }).waitFor();
  await thumb.tap(thumb.page.getByRole("link", { name: en.link.duplicate }));
  await thumb.page.waitForURL(/from=/);
  await thumb.tap(thumb.page.getByRole("button", { name: en.newLink.submit, exact: true }));
  await thumb.page.waitForURL(/links\/[0-9a-f-]{36}$/);
}

/** The time between the press and the link card, as measured in the page. */
function linkCardMs(page: Page): Promise<number> {
  return page.evaluate(() => {
    const [press, linkCard] = ["press", "linkCard"].map(
      (name) => performance.getEntriesByName(name)[0]?.startTime,
    );
    return linkCard === undefined || press === undefined ? Number.NaN : linkCard - press;
  });
}

async function onPhone(browser: Browser, http: HttpVisitor): Promise<BrowserContext> {
  const context = await browser.newContext({ ...phone, baseURL: http.origin });
  await context.addCookies(http.browserCookies());
  // These functions have no names: the loader would wrap named ones with a function that the page does not have.
  await context.addInitScript(() => {
    addEventListener(
      "submit",
      () => {
        performance.mark("press");
        new MutationObserver((_, observer) => {
          if (!document.querySelector("main .perforation")) return;
          observer.disconnect();
          requestAnimationFrame(() => performance.mark("linkCard"));
        }).observe(document, { subtree: true, childList: true });
      },
      true,
    );
  });
  return context;
}

/** A link and a template of before. */
async function prepare({ http, path }: Counter): Promise<void> {
  const link = { amount: "12.50", currency: "USD", description: "Two coffees" };
  await http.submit(`${path}/links/new`, 'name="intentId"', link);
  const template = { ...link, templateId: "", name: "Coffee" };
  await http.submit(`${path}/settings/templates`, 'name="templateId"', template);
}
