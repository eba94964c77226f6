import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { en } from "@/lib/i18n/messages/en/catalogue";
import { openBrowser, openBrowserAs } from "@/tests/support/browser";
import { connectedOwner, makeLink } from "@/tests/support/people";
import { english as labels } from "./labels";

const invalid = (page: Page) => page.locator("[aria-invalid=true]");
const create = (page: Page) => page.getByRole("button", { name: labels.createLink, exact: true });

test("what was wrong with a field is said until the field is changed, and no longer", async () => {
  const { page } = await openBrowser();
  await page.goto("/signup");
  await page.getByRole("button", { name: labels.createAccount }).tap();
  await expect.poll(() => invalid(page).count()).toBe(3);
  await page.getByLabel(labels.name).pressSequentially("A");
  expect(await invalid(page).count()).toBe(2);
  expect(await page.locator("#name-error").count()).toBe(0);
  expect(await page.locator("#email-error").count()).toBe(1);
  await page.getByLabel(labels.email).pressSequentially("a");
  await page.getByLabel(labels.password).pressSequentially("a");
  expect(await invalid(page).count()).toBe(0);
  // Submitted again, it is checked again, and the first invalid field has the focus.
  await page.getByRole("button", { name: labels.createAccount }).tap();
  await page.locator("#email-error").waitFor();
  expect(await page.evaluate(() => document.activeElement?.id)).toBe("email");
});

test("a form that is folded away stays open while an error in it is corrected, in a text of several lines too", async () => {
  const owner = await connectedOwner();
  const link = await makeLink(owner, { amount: "7.00", description: "Lunch" });
  const { page } = await openBrowserAs(owner.http);
  await page.goto(link, { waitUntil: "networkidle" });
  await page.getByText(en.notes.add).tap();
  const form = page.locator("form:has([name=customerPhone])");
  const [note, phone] = [form.locator("[name=note]"), form.locator("[name=customerPhone]")];
  await note.fill("x".repeat(1_001));
  await phone.fill("1");
  await form.getByRole("button", { name: en.notes.save, exact: true }).tap();
  await expect.poll(() => invalid(page).count()).toBe(2);
  await note.fill("Without onions");
  await phone.fill("8888 7777");
  expect(await invalid(page).count()).toBe(0);
  await form.getByRole("button", { name: en.notes.save, exact: true }).tap();
  await page.locator("dl").getByText("Without onions").waitFor();

  await page.goto(`${owner.path}/settings/general`, { waitUntil: "networkidle" });
  await page.locator("summary", { hasText: en.general.disable }).tap();
  const confirmation = page.locator("details[open] [name=confirmation]");
  await confirmation.fill("no");
  await confirmation.press("Enter");
  await expect.poll(() => invalid(page).count()).toBe(1);
  await confirmation.pressSequentially("n");
  expect(await confirmation.inputValue()).toBe("non");
});

test("the keys of the till correct an amount as well, and another amount is not asked about in the words for the last", async () => {
  const owner = await connectedOwner();
  const { page } = await openBrowserAs(owner.http);
  await page.goto(`${owner.path}/links/new`, { waitUntil: "networkidle" });
  await create(page).tap();
  await expect.poll(() => invalid(page).count()).toBe(2);
  await page.getByRole("group", { name: en.create.keypad }).getByRole("button", { name: "5" }).tap();
  await expect.poll(() => invalid(page).count()).toBe(1);
  await page.getByLabel(labels.amount, { exact: true }).fill("345.670");
  await page.getByLabel(labels.description).fill("Flour");
  expect(await invalid(page).count()).toBe(0);
  await create(page).tap();
  const choices = page.getByRole("radio");
  await choices.first().waitFor();
  await choices.first().check();
  expect(await invalid(page).count()).toBe(0);
  // The description has nothing to do with how an amount is read.
  await page.getByLabel(labels.description).fill("Flour and eggs");
  expect(await choices.first().isChecked()).toBe(true);
  await page.getByLabel(labels.amount, { exact: true }).fill("345.67");
  expect(await choices.count()).toBe(0);
  await create(page).tap();
  await page.getByRole("img", { name: labels.qrCode }).waitFor();
  expect(await owner.account.links()).toMatchObject([{ amount: 34_567 }]);
});

test("a link just like another is asked about in one voice: one way on stands out, and a change takes the question away", async () => {
  const owner = await connectedOwner();
  const first = await makeLink(owner, { amount: "7.00", description: "Lunch" });
  const { page } = await openBrowserAs(owner.http);
  await page.goto(`${owner.path}/links/new`, { waitUntil: "networkidle" });
  const amount = page.getByLabel(labels.amount, { exact: true });
  await amount.fill("7.00");
  await page.getByLabel(labels.description).fill("Lunch");
  const place = await create(page).boundingBox();
  await create(page).tap();
  const asked = page.locator("main [role=alert]");
  await asked.waitFor();
  const loud = page.locator("main .button-primary:visible");
  expect(await loud.allInnerTexts()).toEqual([en.newLink.useEarlier]);
  expect(await create(page).count()).toBe(0);
  // The button that creates nothing is in the place of the one that was pressed.
  const { x = 0, y = 0, width = 0, height = 0 } = place ?? {};
  await page.mouse.move(x + width / 2, y + height / 2);
  await expect.poll(() => page.locator("a.button-primary:hover").count()).toBe(1);
  // Enter asks again and creates nothing.
  await amount.press("Enter");
  await page.waitForLoadState("networkidle");
  await asked.waitFor();
  expect(await owner.account.links()).toHaveLength(1);

  await page
    .getByRole("group", { name: en.create.keypad })
    .getByRole("button", { name: en.create.back })
    .tap();
  await asked.waitFor({ state: "detached" });
  await create(page).waitFor();
  await amount.fill("7.00");
  await create(page).tap();
  await page.getByRole("link", { name: en.newLink.useEarlier }).tap();
  await page.waitForURL(`**${first}`);
  expect(await owner.account.links()).toHaveLength(1);
});
