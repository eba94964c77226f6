import { beforeAll, expect, test } from "vitest";
import { openBrowser } from "@/tests/support/browser";
import { desk } from "@/tests/support/devices";
import { obscuredStops, overflows, spaceText } from "@/tests/support/page-checks";
import { qrReaders } from "@/tests/support/qr-readers";
import { everyScreen, type Screen, visit } from "@/tests/support/screens";

let screens: Screen[];

beforeAll(async () => {
  screens = (await everyScreen()).filter(({ isMain }) => isMain);
});

// At a zoom of 200% a page has half the pixels in each direction.
const zoomed = { width: desk.viewport.width / 2, height: desk.viewport.height / 2 };

test("the main screens keep all text at 200% and with a reader's own spacing, and show what has the focus", async () => {
  const visitor = await openBrowser({ ...desk, viewport: zoomed });
  const { page } = visitor;
  const found: string[] = [];
  for (const screen of screens) {
    const note = (how: string) => (problem: string) => void found.push(`${screen.name}, ${how}: ${problem}`);
    await page.setViewportSize(zoomed);
    await visit(visitor, screen);
    (await overflows(page)).forEach(note("at 200%"));
    (await obscuredStops(page)).forEach(note("at 200%"));
    await page.setViewportSize({ width: 390, height: 844 });
    (await obscuredStops(page)).forEach(note("on a phone"));
    await spaceText(page);
    (await overflows(page)).forEach(note("spaced, at 390 px"));
    await page.setViewportSize(desk.viewport);
    (await overflows(page)).forEach(note("spaced, at 1280 px"));
  }
  expect(found).toEqual([]);
});

test("with forced colors the open row is told apart, and the code can still be scanned", async () => {
  const visitor = await openBrowser({ ...desk, colorScheme: "dark", forcedColors: "active" });
  const { page } = visitor;
  const link = screens.find(({ name }) => name === "link");
  if (!link) throw new Error("there is no screen of a link");
  await visit(visitor, link);
  const bars = await page.locator("a.row").evaluateAll((rows) =>
    rows.map((row) => {
      const { borderLeftColor, borderLeftWidth } = getComputedStyle(row);
      return { isOpen: row.ariaCurrent !== null, bar: `${borderLeftWidth} ${borderLeftColor}` };
    }),
  );
  const open = bars.filter(({ isOpen }) => isOpen).map(({ bar }) => bar);
  expect(open).toHaveLength(1);
  expect(bars.filter(({ isOpen }) => !isOpen).map(({ bar }) => bar)).not.toContain(open[0]);

  const png = await page.getByRole("img", { name: "QR code" }).screenshot();
  const address = await qrReaders.jsqr(png);
  expect(address).toMatch(/\/link\/plink_/);
  expect(await page.locator("main").textContent()).toContain(address);
  const texts = await page.locator("a.row .state").allTextContents();
  expect(new Set(texts).size).toBeGreaterThan(1);
});
