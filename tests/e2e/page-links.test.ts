import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { en } from "@/lib/i18n/messages/en/catalogue";
import { openBrowserAs } from "@/tests/support/browser";
import { connectedOwner, makeLink } from "@/tests/support/people";

const history = (page: Page) =>
  page.getByRole("navigation", { name: en.nav.main }).getByRole("link", { name: en.nav.history });

test("a link asks for its page when it is pressed and not before, and keeps the page around it", async () => {
  const owner = await connectedOwner();
  await makeLink(owner, { amount: "12.50", description: "Two coffees" });
  const { page } = await openBrowserAs(owner.http);
  const asked: string[] = [];
  page.on("request", (request) => {
    if (request.headers().rsc) asked.push(new URL(request.url()).pathname);
  });
  await page.goto(`${owner.path}/links/new`, { waitUntil: "networkidle" });
  await history(page).hover();
  await page.waitForLoadState("networkidle");
  expect(asked).toEqual([]);

  await page.evaluate(() => document.documentElement.setAttribute("data-same-page", ""));
  await history(page).click();
  await page.waitForURL(`**${owner.path}/links`);
  await page.getByRole("link", { name: "Two coffees" }).press("Enter");
  await page.waitForURL(/links\/[0-9a-f]{8}-/);
  await page.goBack();
  await page.waitForURL(`**${owner.path}/links`);
  expect(await page.locator("html[data-same-page]").count()).toBe(1);
  expect(asked.length).toBeGreaterThanOrEqual(2);
});

test("a new tab is the browser's own", async () => {
  const owner = await connectedOwner();
  const { page, context } = await openBrowserAs(owner.http);
  await page.goto(`${owner.path}/links/new`, { waitUntil: "networkidle" });
  for (const press of [{ modifiers: ["Control"] as ["Control"] }, { button: "middle" as const }]) {
    const opened = context.waitForEvent("page");
    await history(page).click(press);
    const tab = await opened;
    await tab.waitForURL(`**${owner.path}/links`);
    await tab.close();
    expect(page.url()).toContain("/links/new");
  }
});

test("a search is an address without fields that are empty, and the page around it stays", async () => {
  const owner = await connectedOwner();
  await makeLink(owner, { amount: "12.50", description: "Two coffees" });
  const { page } = await openBrowserAs(owner.http);
  await page.goto(`${owner.path}/close`, { waitUntil: "networkidle" });
  await page.evaluate(() => document.documentElement.setAttribute("data-same-page", ""));
  const day = await page.locator('[name="day"]').inputValue();
  await page.getByText(en.close.shift).click();
  await page.locator('[name="from"]').fill("08:00");
  await page.getByRole("button", { name: en.close.show, exact: true }).click();
  await page.waitForURL(/from=/);
  expect(new URL(page.url()).search).toBe(`?day=${day}&from=08%3A00`);
  expect(await page.locator("html[data-same-page]").count()).toBe(1);
});
