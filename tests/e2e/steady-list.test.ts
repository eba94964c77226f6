import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { en } from "@/lib/i18n/messages/en/catalogue";
import { openBrowserAs } from "@/tests/support/browser";
import { desk, phone } from "@/tests/support/devices";
import { connectedOwner, makeLink } from "@/tests/support/people";

test.each([
  ["a phone", phone],
  ["a desk", desk],
])(
  "on %s the list moves when a search is typed, and not when its answer comes late",
  async (_name, device) => {
    const owner = await connectedOwner();
    for (const description of ["Two coffees", "A coffee", "Soup"])
      await makeLink(owner, { amount: "12.50", description });
    const { page } = await openBrowserAs(owner.http, device);
    await page.goto(`${owner.path}/links`, { waitUntil: "networkidle" });
    await page.route(`**${owner.path}/links?*`, async (route) => {
      const response = await route.fetch();
      await new Promise((resolve) => setTimeout(resolve, 900));
      await route.fulfill({ response });
    });
    const search = page.getByRole("searchbox");
    await search.fill("coffee");
    const searching = await listTop(page);
    expect(await page.getByText("Soup").count()).toBe(1);
    await page.getByText(en.views.save).waitFor();
    await page.getByRole("status").filter({ hasText: "USD 25.00" }).waitFor();
    expect(await listTop(page)).toBe(searching);

    await search.fill("");
    const cleared = await listTop(page);
    expect(cleared).toBeLessThan(searching);
    await page.getByText("Soup").waitFor();
    expect(await listTop(page)).toBe(cleared);
  },
);

/** Where the list begins, in pixels. */
async function listTop(page: Page): Promise<number> {
  const box = await page.locator(".days").boundingBox();
  return box?.y ?? Number.NaN;
}
