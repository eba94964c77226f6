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
    await answerLate(page, owner.path);
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

test("with other filters alone, and where nothing is chosen, no place is kept", async () => {
  const owner = await connectedOwner();
  await makeLink(owner, { amount: "12.50", description: "Two coffees" });
  const { page } = await openBrowserAs(owner.http, desk);
  const kept = () => page.locator(".narrowed").evaluate((place) => getComputedStyle(place).minHeight);
  for (const query of ["", "?min=1"]) {
    await page.goto(`${owner.path}/links${query}`);
    expect(await kept(), query).toMatch(/^(auto|0px)$/);
  }
  await page.goto(`${owner.path}/links?q=coffees`);
  expect(await kept()).toBe("68px");
});

test("filters that are being filled in stay as they are when the answer to a search comes", async () => {
  const owner = await connectedOwner();
  for (const description of ["Two coffees", "Soup"]) await makeLink(owner, { amount: "12.50", description });
  const { page } = await openBrowserAs(owner.http);
  await page.goto(`${owner.path}/links`, { waitUntil: "networkidle" });
  await answerLate(page, owner.path);
  const asked = page.waitForRequest(/q=coffee/);
  await page.getByRole("searchbox").pressSequentially("coffee");
  await asked;
  await page.getByText(en.history.filters, { exact: true }).click();
  const least = page.getByLabel(en.history.min);
  await least.fill("100");
  await page.waitForURL(/q=coffee/);
  await expect.poll(() => page.getByText("Soup").count()).toBe(0);
  expect(await least.inputValue()).toBe("100");
  expect(await least.isVisible()).toBe(true);
  await page.getByRole("button", { name: en.history.apply }).click();
  await page.waitForURL(/min=100/);
  await page.getByText(en.history.nothingTitle).waitFor();
});

/** Answers of the history come 0.9 s later than the portal gives them. */
async function answerLate(page: Page, path: string): Promise<void> {
  await page.route(`**${path}/links?*`, async (route) => {
    const response = await route.fetch();
    await new Promise((resolve) => setTimeout(resolve, 900));
    await route.fulfill({ response });
  });
}

/** Where the list begins, in pixels. */
async function listTop(page: Page): Promise<number> {
  const box = await page.locator(".days").boundingBox();
  return box?.y ?? Number.NaN;
}
