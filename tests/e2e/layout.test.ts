import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import type axe from "axe-core";
import type { Page } from "playwright-core";
import { beforeAll, expect, test } from "vitest";
import { openBrowser } from "@/tests/support/browser";
import { desk } from "@/tests/support/devices";
import { overflows } from "@/tests/support/page-checks";
import { everyScreen, type Screen, visit } from "@/tests/support/screens";

declare global {
  interface Window {
    axe: typeof axe;
    layoutShifts?: string[];
  }
}

let screens: Screen[];

beforeAll(async () => {
  screens = await everyScreen();
});

test("every screen fits, can be pressed and can be read, from 320 to 1280 px, in light and in dark", {
  // Each screen takes axe two seconds on a small machine.
  timeout: 300_000,
}, async () => {
  // A phone whose user agent is a desk's gets everything that a desk shows, and must hide what does not fit.
  const visitor = await openBrowser({ userAgent: desk.userAgent });
  const { page } = visitor;
  const axeSource = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
  const found: string[] = [];
  for (const screen of screens) {
    const note = (how: string) => (problem: string) => void found.push(`${screen.name}, ${how}: ${problem}`);
    await visit(visitor, screen);
    await page.evaluate(axeSource);
    (await overflows(page)).forEach(note("at 390 px"));
    (await smallTargets(page)).forEach(note("at 390 px"));
    (await violations(page)).forEach(note("on a phone, light"));
    await page.setViewportSize({ width: 320, height: 700 });
    (await overflows(page)).forEach(note("at 320 px"));
    // Both sizes have the same colors, so that each theme is looked at once.
    await page.emulateMedia({ colorScheme: "dark" });
    await page.setViewportSize(desk.viewport);
    (await overflows(page)).forEach(note("at 1280 px"));
    (await violations(page)).forEach(note("at a desk, dark"));
    await page.emulateMedia({ colorScheme: "light" });
    await page.setViewportSize({ width: 390, height: 844 });
  }
  expect(found).toEqual([]);
});

test.each([
  { width: 390, context: {} },
  { width: 1280, context: desk },
])(
  "nothing moves while a screen loads at $width px, even when the typeface comes late",
  async ({ context }) => {
    const visitor = await openBrowser(context);
    await visitor.context.addInitScript(recordShifts);
    await visitor.context.route("**/*.woff2", async (route) => {
      await visitor.page.waitForFunction(
        () => performance.getEntriesByName("first-contentful-paint").length > 0,
      );
      await route.continue();
    });
    const moved: string[] = [];
    for (const screen of screens.filter(({ isMain }) => isMain)) {
      await visit(visitor, screen);
      const shifts = await visitor.page.evaluate(() => window.layoutShifts);
      for (const shift of shifts ?? ["not recorded"]) moved.push(`${screen.name}: ${shift}`);
    }
    await visitor.context.unrouteAll({ behavior: "ignoreErrors" });
    expect(moved).toEqual([]);
  },
);

/** Buttons, fields and links that are less than 44 px wide or high. */
function smallTargets(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll("a, button, summary, select, input:not([type=hidden])")].flatMap(
      (element) => {
        // Radio buttons and checkboxes are pressed by their whole label.
        const isChoice = element.matches("[type=radio], [type=checkbox]");
        const target = (isChoice && element.closest("label")) || element;
        const { width, height, bottom } = target.getBoundingClientRect();
        const isSeen = target.checkVisibility() && width > 1 && bottom > 0;
        if (!isSeen || (width >= 44 && height >= 44)) return [];
        const name = target.textContent?.trim() || target.outerHTML.slice(0, 80);
        return [`${name} is ${Math.round(width)} by ${Math.round(height)} px`];
      },
    ),
  );
}

async function violations(page: Page): Promise<string[]> {
  const results = await page.evaluate(() =>
    window.axe.run(document, {
      resultTypes: ["violations"],
      // The create button is named by its first line; the amount and the business are its description.
      rules: { "label-content-name-mismatch": { enabled: false } },
    }),
  );
  return results.violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ html }) => `${id} (${help}) at ${html.slice(0, 160)}`),
  );
}

/** Runs in the page, before its first element. */
function recordShifts(): void {
  window.layoutShifts = [];
  const observer = new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      const { value, sources } = entry as PerformanceEntry & {
        value: number;
        sources?: { node?: Node | null }[];
      };
      const nodes = sources?.map(({ node }) => node?.textContent?.slice(0, 30) || node?.nodeName).join(" | ");
      window.layoutShifts?.push(`${value.toFixed(4)} by ${nodes}`);
    }
  });
  observer.observe({ type: "layout-shift", buffered: true });
}
