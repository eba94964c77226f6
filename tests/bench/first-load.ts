import { gzipSync } from "node:zlib";
import type { Browser } from "playwright-core";
import { buildBareApp } from "@/tests/bench/support/bare-app";
import { figure } from "@/tests/bench/support/figure";
import { HttpVisitor } from "@/tests/support/http-visitor";
import { launchBrowser } from "@/tests/support/launch-browser";
import { startTestPortal, teardown } from "@/tests/support/portal";

// The JavaScript that cashiers' pages load first, compared with an empty page of the same Next.js.

/** What one page makes a browser load, gzipped. `later` is loaded after the page, for the pages it links to. */
type Load = { first: number; later: number };

try {
  const portal = await startTestPortal();
  const browser = await launchBrowser();
  const floor = await measureEmptyPage(browser);
  const { http, merchant } = await cashier(portal.url);
  // Goals in thousands of bytes above the empty page: what the pages had before they could do half of what they do now.
  for (const [name, address, goal] of [
    ["history", `${merchant}/links`, 12.9],
    ["new link", `${merchant}/links/new`, 21],
    ["sign-in", "/login", 12.9],
  ] as const) {
    const load = await measure(browser, portal.url + address, name === "sign-in" ? undefined : http);
    const above = load.first - floor.first;
    const isMet = above <= goal * 1000;
    figure({ what: name, value: load.first / 1000, unit: "kB", floor: floor.first / 1000, isMet });
    console.log(`  ${kilobytes(above)} above an empty page, ${kilobytes(load.later)} later`);
  }
  await browser.close();
} finally {
  await teardown();
}

/** An owner with a merchant, a sandbox key and one link. */
async function cashier(url: string): Promise<{ http: HttpVisitor; merchant: string }> {
  const http = new HttpVisitor(url);
  const person = { name: "Ana", email: "ana@example.com", password: "correct horse battery" };
  await http.submit("/signup", 'name="password"', person);
  const made = await http.submit("/m/new", 'name="timeZone"', { name: "Café Luna" });
  const merchant = (made.headers.get("location") ?? "").replace("/settings/api-keys", "");
  await http.submit(`${merchant}/settings/api-keys`, "Use the sandbox", {});
  const link = { amount: "12.50", description: "Two coffees" };
  const created = await http.submit(`${merchant}/links/new`, 'name="intentId"', link);
  if (created.status !== 303) throw new Error(`no link was made: ${created.status}`);
  return { http, merchant };
}

/** Loads the page with an empty cache. Scripts in the page's own HTML count as first load. */
async function measure(browser: Browser, address: string, http?: HttpVisitor): Promise<Load> {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 } });
  if (http) await context.addCookies(http.browserCookies());
  const page = await context.newPage();
  const scripts = new Map<string, Promise<Buffer>>();
  page.on("response", (response) => {
    if (response.request().resourceType() === "script") scripts.set(response.url(), response.body());
  });
  const html = (await (await page.goto(address, { waitUntil: "networkidle" }))?.text()) ?? "";
  const load: Load = { first: 0, later: 0 };
  for (const [url, body] of scripts) {
    const isFirst = html.includes(`src="${new URL(url).pathname}"`);
    load[isFirst ? "first" : "later"] += gzipSync(await body).length;
  }
  await context.close();
  return load;
}

async function measureEmptyPage(browser: Browser): Promise<Load> {
  const bare = await buildBareApp();
  try {
    const server = await bare.start();
    const load = await measure(browser, server.url);
    await server.stop();
    return load;
  } finally {
    await bare.remove();
  }
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} kB`;
}
