import { expect, test } from "vitest";
import { en } from "@/lib/ui/messages/en/catalogue";
import { openBrowserOf } from "@/tests/support/browser";
import { connectedOwner } from "@/tests/support/people";
import { english as words } from "./words";

test("a form that is sent offline says so, keeps what was typed, and goes through once there is a connection", async () => {
  const owner = await connectedOwner();
  const { page, context, expectSilence } = await openBrowserOf(owner.http);
  expectSilence();
  const save = page.getByRole("button", { name: en.templates.saveNew });
  await page.goto(`${owner.path}/settings/templates`);
  await page.getByLabel(words.name, { exact: true }).fill("Coffee");
  await page.getByLabel(words.amount).fill("2.50");
  await page.getByLabel(words.description).fill("One coffee");
  await context.setOffline(true);
  await save.click();
  const told = page.getByRole("alert").filter({ hasText: en.offline.form });
  await told.waitFor();
  expect(await told.evaluate((alert) => alert === document.activeElement)).toBe(true);
  expect(await page.getByLabel(words.description).inputValue()).toBe("One coffee");

  await context.setOffline(false);
  await save.click();
  await page.getByText("Coffee", { exact: true }).first().waitFor();
  await told.waitFor({ state: "detached" });
});
