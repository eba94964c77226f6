import type { Locator } from "playwright-core";
import { expect, test } from "vitest";
import { atWork, openHeld } from "@/tests/support/held-scripts";
import { connectedOwner, makeLink, signedUp } from "@/tests/support/people";
import { english as labels } from "./labels";

// On a slow network a page can be read and typed into before its scripts come. They leave the focus where somebody is.

test("who begins with the description stays in it, and the amount has the focus where nobody began", async () => {
  const owner = await connectedOwner();
  const { page, release } = await openHeld(owner.http, `${owner.path}/links/new`);
  const amount = page.getByLabel(labels.amount, { exact: true });
  const description = page.getByLabel(labels.description);
  await description.focus();
  await page.keyboard.type("Two ");
  release();
  await atWork(description);
  await page.keyboard.type("coffees");
  expect(await description.inputValue()).toBe("Two coffees");
  expect(await amount.inputValue()).toBe("");
  await page.goto(`${owner.path}/links/new`);
  await expect.poll(() => hasFocus(amount)).toBe(true);
});

test("who corrects an answer that came before the scripts stays in the field", async () => {
  const owner = await connectedOwner();
  const forms = [
    { address: `${owner.path}/links/new`, invalid: "#amount", other: "#description" },
    { address: `${owner.path}/settings/general`, invalid: "#name", other: "#slug" },
  ];
  for (const { address, invalid, other } of forms) {
    const { page, release } = await openHeld(owner.http, address);
    const invalidField = page.locator(invalid);
    await invalidField.fill(" ");
    await invalidField.evaluate((field) => field.closest("form")?.submit());
    await page.locator("[aria-invalid=true]").first().waitFor();
    const field = page.locator(other);
    await field.focus();
    release();
    await atWork(field);
    expect(await hasFocus(field)).toBe(true);
    // The next answer comes while the page is at work, and leads to what it refuses.
    await field.evaluate((input: HTMLInputElement) => input.form?.requestSubmit());
    await expect.poll(() => hasFocus(invalidField)).toBe(true);
  }
});

test("a search that was typed before the scripts is kept and made", async () => {
  const owner = await connectedOwner();
  await makeLink(owner, { amount: "12.50", description: "Two coffees" });
  await makeLink(owner, { amount: "8.00", description: "Soup" });
  const { page, release } = await openHeld(owner.http, `${owner.path}/links`);
  const search = page.getByRole("searchbox");
  await search.focus();
  await page.keyboard.type("coff");
  release();
  await page.waitForURL(/q=coff$/);
  await page.keyboard.type("ee");
  await page.waitForURL(/q=coffee$/);
  await expect.poll(() => page.getByText("Soup").count()).toBe(0);
  expect(await search.inputValue()).toBe("coffee");
});

test("a currency that was chosen before the scripts is not replaced by a guess", async () => {
  const { http } = await signedUp();
  const { page, release } = await openHeld(http, "/m/new", { locale: "es", timezoneId: "America/Caracas" });
  const currency = page.locator("[name=defaultCurrency]");
  await currency.selectOption("EUR");
  release();
  await atWork(currency);
  expect(await currency.inputValue()).toBe("EUR");
  expect(await page.locator("[name=timeZone]").inputValue()).toBe("America/Caracas");
  // Where nobody chose, the browser's time zone names a country.
  await page.goto("/m/new");
  await expect.poll(() => currency.inputValue()).toBe("VES");
});

const hasFocus = (field: Locator) => field.evaluate((one) => one === document.activeElement);
