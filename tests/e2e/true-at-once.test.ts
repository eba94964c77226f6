import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { en } from "@/lib/i18n/messages/en/catalogue";
import { openBrowserAs, seenText } from "@/tests/support/browser";
import { desk } from "@/tests/support/devices";
import { connectedOwner, type Owner } from "@/tests/support/people";
import { english as labels } from "./labels";

/** The navigation's link to the inbox: its name, and its number if it has one. */
async function inboxSays(page: Page): Promise<string> {
  const main = page.getByRole("navigation", { name: en.nav.main });
  const text = await seenText(main.getByRole("link").filter({ hasText: en.nav.inbox }));
  return text.replace(/\s+/g, " ").trim();
}

async function create(page: Page, owner: Owner): Promise<void> {
  await page.goto(`${owner.path}/links/new`);
  await page.getByLabel(labels.amount, { exact: true }).fill("12.00");
  await page.getByLabel(labels.description).fill("Two coffees");
  await page.getByRole("button", { name: labels.createLink, exact: true }).click();
}

test("the inbox's number follows what happens to a link, without a reload", async () => {
  const owner = await connectedOwner();
  const { page } = await openBrowserAs(owner.http, desk);
  await owner.account.setFault({ fault: "reset_before", endpoint: "create", count: 1 });
  await create(page, owner);
  await page.getByRole("link", { name: en.link.toInbox }).click();
  const again = page.getByRole("button", { name: en.inbox.createAgain });
  await again.waitFor();
  expect(await inboxSays(page)).toMatch(/Inbox 1/);
  await again.click();
  await page.getByRole("img", { name: labels.qrCode }).waitFor();
  expect(await inboxSays(page)).not.toMatch(/\d/);
});

test("a key that is refused at a press is said by the frame with the same answer", async () => {
  const owner = await connectedOwner();
  const { page } = await openBrowserAs(owner.http, desk);
  await owner.account.setFault({ fault: "refuse_401", endpoint: "create", count: 1 });
  await create(page, owner);
  await page.getByText(en.errors.key_refused).waitFor();
  await page.getByText(en.apiKeys.alarmTitle).waitFor();
  expect(await page.getByLabel(labels.description).inputValue()).toBe("Two coffees");
});

test("a new name and color are on the frame with the answer that says they are saved", async () => {
  const owner = await connectedOwner("Café Luna");
  const { page } = await openBrowserAs(owner.http, desk);
  await page.goto(`${owner.path}/settings/general`);
  await page.getByLabel(labels.businessName).fill("Café Sol");
  await page.getByRole("button", { name: en.general.save, exact: true }).click();
  await page.waitForURL(/saved=1/);
  await expect.poll(() => seenText(page.locator("header").first())).toContain("Café Sol");
});
