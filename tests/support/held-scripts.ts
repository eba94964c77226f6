import type { Locator, Page } from "playwright-core";
import { expect } from "vitest";
import { openBrowserAs } from "./browser";
import type { Owner } from "./people";

/** Waits until React has taken over the field, and what it does then is done. */
export async function atWork(field: Locator): Promise<void> {
  await expect
    .poll(() => field.evaluate((one) => Object.keys(one).some((key) => key.startsWith("__reactProps"))))
    .toBe(true);
  await field.page().waitForTimeout(300);
}

/** Opens a page whose scripts wait until they are released. */
export async function openHeld(
  visitor: Owner["http"],
  address: string,
  device = {},
): Promise<{ page: Page; release: () => void }> {
  const { page } = await openBrowserAs(visitor, device);
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route("**/_next/static/chunks/*.js", async (route) => {
    await held;
    await route.continue();
  });
  await page.goto(address, { waitUntil: "commit" });
  return { page, release };
}
