import type { Locator } from "playwright-core";
import { expect, test } from "vitest";
import { en } from "@/lib/i18n/messages/en/catalogue";
import { openBrowserAs } from "@/tests/support/browser";
import { desk } from "@/tests/support/devices";
import { connectedOwner, makeLink, merchantOwner } from "@/tests/support/people";
import { english as labels } from "./labels";

/** Everything that covers any visible part of an element. */
function covering(element: Locator): Promise<string[]> {
  return element.evaluate((covered) => {
    covered.scrollIntoView({ block: "center", behavior: "instant" });
    const { left, top, right, bottom, width, height } = covered.getBoundingClientRect();
    const found = new Set<string>();
    for (let x = left + 2; x < right - 1; x += width / 12) {
      for (let y = Math.max(0, top + 2); y < Math.min(innerHeight, bottom - 1); y += height / 12) {
        const on = document.elementFromPoint(x, y);
        const isOwn = on && (covered.contains(on) || on.contains(covered));
        if (!isOwn) found.add(on?.closest("nav, header, form")?.localName ?? "nothing");
      }
    }
    return [...found];
  });
}

const isWhole = (element: Locator) =>
  element.evaluate((whole) => {
    const { top, bottom } = whole.getBoundingClientRect();
    const on = document.elementFromPoint(whole.getBoundingClientRect().left + 5, bottom - 4);
    return top >= 0 && bottom <= innerHeight && (whole.contains(on) || on?.contains(whole));
  });

test("nothing lies over a link's code: not on a small phone, not at 200%, not under a long text", async () => {
  const owner = await connectedOwner("Café Luna");
  const short = await makeLink(owner, { amount: "1,234.50", description: "Two coffees" });
  const long = await makeLink(owner, { amount: "9,999,999.99", description: "A long story. ".repeat(30) });
  const { page } = await openBrowserAs(owner.http);
  const code = page.getByRole("img", { name: labels.qrCode });
  for (const path of [short, long]) {
    await page.goto(path);
    for (const [width, height] of [
      [360, 640],
      [360, 480],
      [320, 568],
      [180, 320],
      [640, 400],
      [390, 664],
      [412, 732],
      [844, 390],
    ] as const) {
      await page.setViewportSize({ width, height });
      // The bars at the edges may cover what was scrolled past, so only the middle of the page is checked.
      const fits = await code.evaluate((one, chrome) => one.clientHeight < innerHeight - chrome, 120);
      const over = await covering(code);
      expect(
        over.filter((name) => fits || name === "form"),
        `${path} at ${width}x${height}`,
      ).toEqual([]);
    }
  }
  // With a description of usual length, the ways to share are visible too, without scrolling.
  await page.goto(short);
  for (const [width, height] of [
    [360, 640],
    [390, 664],
    [412, 732],
    [390, 844],
  ] as const) {
    await page.setViewportSize({ width, height });
    await page.evaluate(() => scrollTo(0, 0));
    expect(await isWhole(code), `code at ${width}x${height}`).toBe(true);
    const share = page.getByRole("button", { name: labels.share, exact: true });
    expect(await isWhole(share), `Share at ${width}x${height}`).toBe(true);
  }
});

test("a business's long name stays inside the rail and can be read there", async () => {
  for (const name of ["Panadería y Repostería La Abuela", "Ferreteriaconsolidadacentroamericana"]) {
    const owner = await merchantOwner(name);
    const { page } = await openBrowserAs(owner.http, desk);
    await page.goto(`${owner.path}/links`);
    const rail = await page.locator("header").first().boundingBox();
    const title = await page.locator("header summary bdi").boundingBox();
    const sign = await page.locator("header summary .icon").last().boundingBox();
    expect((title?.x ?? 0) + (title?.width ?? 999)).toBeLessThan((rail?.x ?? 0) + (rail?.width ?? 0));
    expect((sign?.x ?? 0) + (sign?.width ?? 999)).toBeLessThan((rail?.x ?? 0) + (rail?.width ?? 0));
    expect(await isCutOff(page.locator("header summary bdi"))).toBe(false);
  }
});

const isCutOff = (text: Locator) =>
  text.evaluate((one) => one.scrollWidth > one.clientWidth || one.scrollHeight > one.clientHeight);

test("a huge amount keeps clear of the edge of a narrow phone, and a reference of a text to the left", async () => {
  const owner = await connectedOwner("Café Luna");
  const form = 'name="references"';
  const settings = `${owner.path}/settings/general`;
  await owner.http.submit(settings, form, { references: "on" });
  const huge = await makeLink(owner, { amount: "90071992547409.91", description: "The largest there is" });
  const leftward = await makeLink(owner, { amount: "2.00", description: "قهوتان وكعكة" });
  const { page } = await openBrowserAs(owner.http, { viewport: { width: 320, height: 700 } });
  for (const path of [huge, `${huge}/show`]) {
    await page.goto(path);
    const gaps = await page
      .locator("span[translate=no].block > span")
      .first()
      .evaluate((amount) => {
        const range = document.createRange();
        range.selectNodeContents(amount);
        const { left, right, height } = range.getBoundingClientRect();
        return {
          left,
          right: innerWidth - right,
          lines: height / Number.parseFloat(getComputedStyle(amount).fontSize),
        };
      });
    expect(Math.min(gaps.left, gaps.right), path).toBeGreaterThan(11);
    expect(gaps.lines, path).toBeLessThan(1.6);
  }
  await page.goto(leftward);
  const apart = await page
    .locator("p[dir=auto]")
    .first()
    .evaluate((line) => {
      const reference = line.querySelector("bdi");
      const text = document.createRange();
      text.selectNodeContents(line.firstChild ?? line);
      const [a, b] = [text.getBoundingClientRect(), reference?.getBoundingClientRect()];
      return b ? Math.max(a.left - b.right, b.left - a.right) : 0;
    });
  expect(apart).toBeGreaterThan(3);
});

test("a phone's link page leads back to what was searched for, and so do the pages behind it", async () => {
  const owner = await connectedOwner("Café Luna");
  await makeLink(owner, { amount: "2.00", description: "Two coffees" });
  await makeLink(owner, { amount: "3.00", description: "Three cakes" });
  const { page } = await openBrowserAs(owner.http);
  const search = "?q=coffee&state=open";
  await page.goto(`${owner.path}/links${search}`);
  await page.getByRole("link", { name: "Two coffees" }).tap();
  await page.getByRole("img", { name: labels.qrCode }).waitFor();
  await page.getByRole("link", { name: en.print.posterTitle }).tap();
  await page.waitForURL(/\/poster/);
  await page.getByRole("link", { name: "A6" }).tap();
  await page.waitForURL(/paper=a6/);
  await page.getByRole("link", { name: en.print.backToLink }).tap();
  await page.getByRole("link", { name: en.print.backToHistory }).tap();
  await page.waitForURL(`**${owner.path}/links${search}`);
  expect(await page.getByLabel(labels.search).inputValue()).toBe("coffee");
});

test("what will be printed is shown black on white where a browser forces dark colors", async () => {
  const owner = await connectedOwner("Café Luna");
  const link = await makeLink(owner, { amount: "2.00", description: "Two coffees" });
  const { page } = await openBrowserAs(owner.http, { forcedColors: "active", colorScheme: "dark" });
  for (const path of [link, `${link}/poster`, `${owner.path}/links/sheet`, `${link}/qr`]) {
    await page.goto(path);
    const picture = page.locator("svg.printed-page, main img.on-white, svg[role=img]").first();
    expect(await getGround(picture), path).toBe("rgb(255, 255, 255)");
    expect(await picture.evaluate((one) => getComputedStyle(one).forcedColorAdjust), path).toBe("none");
    expect(await picture.evaluate((one) => getComputedStyle(one).colorScheme), path).toMatch(/only/);
  }
});

const getGround = (picture: Locator) => picture.evaluate((one) => getComputedStyle(one).backgroundColor);
