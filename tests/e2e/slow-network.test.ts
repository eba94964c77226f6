import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { en } from "@/lib/i18n/messages/en/catalogue";
import { openBrowserAs } from "@/tests/support/browser";
import { connectedOwner } from "@/tests/support/people";

test("a tab is marked before the network has answered", async () => {
  const { http, path } = await connectedOwner();
  const { page } = await openBrowserAs(http);
  await page.goto(`${path}/links/new`);
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route("**/inbox*", async (route) => {
    await held;
    await route.continue();
  });
  const tab = tabNamed(page, en.nav.inbox);
  await tab.click();
  await tab.locator("[data-pending]").waitFor();
  expect(await tab.getAttribute("aria-current")).toBeNull();
  release();
  await expect.poll(() => tab.getAttribute("aria-current")).toBe("page");
  expect(await tab.locator("[data-pending]").count()).toBe(0);
});

function tabNamed(page: Page, name: string) {
  return page.getByRole("navigation", { name: en.nav.main }).getByRole("link", { name });
}
