import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { en } from "@/lib/i18n/messages/en/catalogue";
import { openBrowserAs } from "@/tests/support/browser";
import { connectedOwner, makeLink } from "@/tests/support/people";

test("what was tapped is marked, and what is known of it is shown, before the network has answered", async () => {
  const owner = await connectedOwner();
  const { http, path } = owner;
  await makeLink(owner, { amount: "12.50", description: "Two coffees" });
  const { page } = await openBrowserAs(http);
  await page.goto(`${path}/links/new`);
  const shape = page.locator(".pending-page");
  const main = page.locator("main");

  const releaseInbox = await hold(page, "**/inbox*");
  const tab = tabNamed(page, en.nav.inbox);
  await tab.click();
  await tab.locator("[data-pending]").waitFor();
  expect(await tab.getAttribute("aria-current")).toBeNull();
  await shape.getByText(en.nav.inbox).waitFor();
  expect(await main.getAttribute("aria-busy")).toBe("true");
  releaseInbox();
  await expect.poll(() => tab.getAttribute("aria-current")).toBe("page");
  expect(await tab.locator("[data-pending]").count()).toBe(0);
  expect(await shape.count()).toBe(0);
  expect(await main.getAttribute("aria-busy")).toBeNull();

  await tabNamed(page, en.nav.history).click();
  const row = page.getByRole("link", { name: "Two coffees" });
  await row.waitFor();
  const releaseLink = await hold(page, /links\/[0-9a-f]{8}-/);
  await row.click();
  await shape.getByText("$12.50").waitFor();
  await shape.getByText("Two coffees").waitFor();
  await shape.getByText(en.state.open).waitFor();
  releaseLink();
  await page.getByRole("img", { name: en.link.qr }).waitFor();
  expect(await shape.count()).toBe(0);
});

/** Lets requests to an address wait until they are released. */
async function hold(page: Page, address: string | RegExp): Promise<() => void> {
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route(address, async (route) => {
    await held;
    await route.continue();
  });
  return release;
}

function tabNamed(page: Page, name: string) {
  return page.getByRole("navigation", { name: en.nav.main }).getByRole("link", { name });
}
