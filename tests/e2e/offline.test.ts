import { expect, test } from "vitest";
import { en } from "@/lib/i18n/messages/en/catalogue";
import { openBrowserAs } from "@/tests/support/browser";
import { connectedOwner } from "@/tests/support/people";
import { english as labels } from "./labels";

test("a form that is sent offline says so, keeps what was typed, and goes through once there is a connection", async () => {
  const owner = await connectedOwner();
  const { page, context, expectSilence } = await openBrowserAs(owner.http);
  expectSilence();
  const save = page.getByRole("button", { name: en.templates.saveNew });
  await page.goto(`${owner.path}/settings/templates`);
  await page.getByLabel(labels.name, { exact: true }).fill("Coffee");
  await page.getByLabel(labels.amount).fill("2.50");
  await page.getByLabel(labels.description).fill("One coffee");
  await context.setOffline(true);
  await save.click();
  const tracked = page.getByRole("alert").filter({ hasText: en.unanswered.offline });
  await tracked.waitFor();
  expect(await tracked.evaluate((alert) => alert === document.activeElement)).toBe(true);
  expect(await page.getByLabel(labels.description).inputValue()).toBe("One coffee");

  await context.setOffline(false);
  await save.click();
  await page.getByText("Coffee", { exact: true }).first().waitFor();
  await tracked.waitFor({ state: "detached" });
});
