import type { Page } from "playwright-core";
import { beforeAll, expect, test } from "vitest";
import { en } from "@/lib/i18n/messages/en/catalogue";
import { openBrowserAs } from "@/tests/support/browser";
import { desk } from "@/tests/support/devices";
import { connectedOwner, makeLink, type Owner } from "@/tests/support/people";

let owner: Owner;
/** Paths of the links' pages, newest first. */
let links: string[];

beforeAll(async () => {
  owner = await connectedOwner();
  links = [];
  for (let number = 1; number <= 12; number++) {
    const link = { amount: `${number}.50`, description: `Coffee number ${number}` };
    links.unshift(await makeLink(owner, link));
  }
});

/** How far the list is scrolled down. */
const scrolledBy = (page: Page) =>
  list(page).evaluate((element) => {
    let scroller: Element | null = element;
    while (scroller && getComputedStyle(scroller).overflowY !== "auto") scroller = scroller.parentElement;
    return scroller?.scrollTop;
  });
const list = (page: Page) => page.getByRole("region", { name: "History" });
const open = (page: Page) => list(page).locator("[aria-current=page]");

test("on a desk the history stays beside the open link: its place, its filters and the row that is open", async () => {
  const { page } = await openBrowserAs(owner.http, {
    ...desk,
    // So low that the list has to be scrolled.
    viewport: { width: 1280, height: 520 },
  });
  await page.goto(`${owner.path}/links?q=coffee`);
  const row = list(page).getByRole("link", { name: "Coffee number 2" });
  await row.click();
  await page.waitForURL(`**${links[10]}?q=coffee`);
  await open(page).filter({ hasText: "Coffee number 2" }).waitFor();
  // Dispatched without a real press, which would scroll a row below the search into view.
  const other = list(page).getByRole("link", { name: "Coffee number 3" });
  await other.scrollIntoViewIfNeeded();
  const scrolled = await scrolledBy(page);
  expect(scrolled).toBeGreaterThan(100);

  await other.click();
  await page.waitForURL(`**${links[9]}?q=coffee`);
  await open(page).filter({ hasText: "Coffee number 3" }).waitFor();
  expect(await scrolledBy(page)).toBe(scrolled);
  expect(await open(page).evaluate((element) => element === document.activeElement)).toBe(true);
  expect(await page.getByLabel("Search").inputValue()).toBe("coffee");
  expect(await page.getByRole("img", { name: "QR code" }).isVisible()).toBe(true);

  await page.reload({ waitUntil: "networkidle" });
  expect(await page.evaluate(() => document.activeElement === document.body)).toBe(true);

  // The same from the address alone, without scripts.
  const quiet = await openBrowserAs(owner.http, { ...desk, javaScriptEnabled: false });
  await quiet.page.goto(page.url());
  expect(await open(quiet.page).textContent()).toContain("Coffee number 3");
  expect(await quiet.page.getByLabel("Search").inputValue()).toBe("coffee");
  await list(quiet.page).getByRole("link", { name: "Coffee number 12" }).click();
  expect(await quiet.page.getByRole("heading", { level: 1 }).textContent()).toContain("12.50");
  expect(await open(quiet.page).textContent()).toContain("Coffee number 12");
});

test("a desk shows twelve links and more, a line each in columns, and says their mode once", async () => {
  const { page } = await openBrowserAs(owner.http, desk);
  for (const path of [`${owner.path}/links`, links[3] ?? ""]) {
    await page.goto(path, { waitUntil: "networkidle" });
    const rows = await list(page)
      .locator("li > a")
      .evaluateAll((all) =>
        all.map((row) => {
          const { bottom, height } = row.getBoundingClientRect();
          // The cells of a line are centred on each other, and those of a column begin at the same place.
          const cells = [...row.children].filter((cell) => cell.checkVisibility() && cell.textContent);
          const boxes = cells.map((cell) => cell.getBoundingClientRect());
          const middles = boxes.map((box) => (box.top + box.bottom) / 2);
          return {
            isSeen: bottom <= innerHeight,
            height,
            spread: Math.max(...middles) - Math.min(...middles),
            columns: boxes
              .map(({ left }) => Math.round(left))
              .slice(0, 3)
              .sort((a, b) => a - b)
              .join(),
          };
        }),
      );
    expect(rows.filter(({ isSeen }) => isSeen).length, path).toBeGreaterThanOrEqual(12);
    expect(Math.max(...rows.map(({ spread }) => spread)), path).toBeLessThan(6);
    expect(new Set(rows.map(({ columns }) => columns)).size, path).toBe(1);
    expect(await list(page).locator(".mode-tag:visible").count(), path).toBe(1);
  }
});

test("a large desk has a third column: what the customer is told, and what happened to the link", async () => {
  const { page } = await openBrowserAs(owner.http, { ...desk, viewport: { width: 1920, height: 1080 } });
  await page.goto(links[3] ?? "");
  const code = await page.getByRole("img", { name: "QR code" }).boundingBox();
  const message = page.locator("#ways p[lang]");
  const activity = page.getByText(en.link.timeline);
  for (const part of [message, activity]) {
    const box = await part.boundingBox();
    expect(box?.x ?? 0).toBeGreaterThan((code?.x ?? 0) + (code?.width ?? 0));
    expect((box?.y ?? 9_999) + (box?.height ?? 0)).toBeLessThan(1_080);
  }
  expect(await page.locator("time").first().isVisible()).toBe(true);
  const { right, unused } = await page.locator("main").evaluate((main) => {
    const ends = [...main.querySelectorAll("article *")].map((one) => one.getBoundingClientRect().right);
    return { right: Math.max(...ends), unused: innerWidth - Math.max(...ends) };
  });
  expect(unused, `the page ends at ${right} px`).toBeLessThan(200);
});

test("a phone gets one thing at a time, and is not sent the other", async () => {
  const { page } = await openBrowserAs(owner.http);
  await page.goto(links[0] ?? "");
  expect(await page.locator("[data-list]").count()).toBe(0);
  expect(await page.locator("dialog").count()).toBe(0);
  await page.goto(`${owner.path}/links`);
  await list(page).getByRole("link", { name: "Coffee number 1", exact: false }).last().click();
  await page.waitForURL(`**${links[11]}`);
  await page.getByRole("img", { name: "QR code" }).waitFor();
  expect(await page.evaluate(() => window.scrollY)).toBe(0);
  expect(await page.locator("[data-list]").count()).toBe(0);
});

test("a narrow window shows what is open alone, and a missing link is still not found", async () => {
  const { page, expectStatus } = await openBrowserAs(owner.http, {
    ...desk,
    viewport: { width: 1024, height: 700 },
  });
  await page.goto(links[0] ?? "");
  expect(await page.getByRole("link", { name: "Coffee number 2" }).count()).toBe(0);
  expectStatus(404);
  expect((await page.goto(`${owner.path}/links/${crypto.randomUUID()}`))?.status()).toBe(404);
});

test("single keys search, walk the links, create and help; not while typing, and not once turned off", async () => {
  const { page } = await openBrowserAs(owner.http, desk);
  // Keyboard shortcuts work once the page's scripts have run.
  await page.goto(`${owner.path}/links`, { waitUntil: "networkidle" });
  await press(page, "j");
  await page.waitForURL(`**${links[0]}`);
  await press(page, "j");
  await page.waitForURL(`**${links[1]}`);
  await press(page, "j", "j", "k");
  await page.waitForURL(`**${links[2]}`);
  await page.waitForFunction(() => document.activeElement?.getAttribute("aria-current") === "page");
  expect(await open(page).textContent()).toContain("Coffee number 10");

  await press(page, "/");
  const search = page.getByLabel("Search");
  await page.waitForFunction(() => document.activeElement?.getAttribute("name") === "q");
  await page.keyboard.type("jack c?");
  expect(await search.inputValue()).toBe("jack c?");
  // The list is searched while one types, beside the open link.
  await page.waitForURL(`**${links[2]}?q=jack+c%3F`);

  await search.evaluate((field: HTMLInputElement) => field.blur());
  await press(page, "?");
  const help = page.getByRole("dialog", { name: "Keyboard shortcuts" });
  await help.waitFor();
  await press(page, "c");
  await press(page, "Escape");
  await help.waitFor({ state: "hidden" });
  expect(page.url()).toContain(links[2]);
  await press(page, "Escape");
  await page.waitForURL(`**${owner.path}/links?q=jack+c%3F`);
  await press(page, "c");
  await page.waitForURL("**/links/new");
  await page.locator("h1").first().click();
  await press(page, "g", "h");
  await page.waitForURL(`**${owner.path}/links`);
  await page.keyboard.press("Control+c");

  await page.locator("summary[aria-label]").click();
  await page.getByRole("button", { name: "Keyboard shortcuts" }).click();
  await help.getByRole("button", { name: "Turn shortcuts off" }).click();
  await help.getByRole("button", { name: "Turn shortcuts on" }).waitFor();
  await press(page, "Escape");
  await press(page, "c", "j", "?");
  await page.waitForTimeout(300);
  expect(page.url()).toMatch(/\/links$/);
  expect(await help.isVisible()).toBe(false);
  expect(await page.locator("[aria-keyshortcuts]").count()).toBe(0);
});

async function press(page: Page, ...keys: string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
}

test("links are chosen with the mouse, Shift and x, stay chosen beside an open link, and are tagged together", async () => {
  const { page } = await openBrowserAs(owner.http, desk);
  await page.goto(`${owner.path}/links`);
  const box = (number: number) =>
    page.getByRole("checkbox", { name: new RegExp(`^Coffee number ${number},`) });
  const chosen = (count: number) =>
    page.getByText(en.selected.chosen.replace("{count}", String(count))).waitFor();
  expect(await page.getByRole("button", { name: en.selected.tag }).isVisible()).toBe(false);
  await box(12).click();
  await box(9).click({ modifiers: ["Shift"] });
  await chosen(4);
  await list(page).getByRole("link", { name: "Coffee number 5" }).click();
  await open(page).filter({ hasText: "Coffee number 5" }).waitFor();
  await page.keyboard.press("x");
  await chosen(5);
  await box(10).click();
  await chosen(4);
  // What is chosen stays so in another list, and is sent with what is chosen there.
  await page.getByLabel("Search").fill("number 3");
  await page.waitForURL("**?q=number+3");
  await chosen(4);
  await box(3).click();
  await chosen(5);
  await page.getByRole("button", { name: en.selected.tag }).click();
  await page.getByLabel(en.notesField.tags).fill("breakfast");
  await page.getByRole("button", { name: en.selected.addTags }).click();
  await page.getByText(en.selected.tagged).waitFor();
  const html = await owner.http.html(`${owner.path}/links?tag=breakfast`);
  expect([...html.matchAll(/<p dir="auto">Coffee number (\d+)/g)].map(([, number]) => number)).toEqual([
    ...["12", "11", "9", "5", "3"],
  ]);

  // Without scripts the same boxes and buttons are there.
  const quiet = await openBrowserAs(owner.http, { ...desk, javaScriptEnabled: false });
  await quiet.page.goto(`${owner.path}/links`);
  await quiet.page.getByRole("checkbox").nth(1).check();
  await quiet.page.getByRole("button", { name: en.selected.print }).click();
  await quiet.page.getByRole("link", { name: en.selected.printCodes }).click();
  await quiet.page.getByText("1 code on 1 sheet").waitFor();
});
