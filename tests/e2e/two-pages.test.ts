import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { en } from "@/lib/i18n/messages/en/catalogue";
import { openBrowserAs } from "@/tests/support/browser";
import { formHolding } from "@/tests/support/http-visitor";
import { connectedOwner, expectRedirect, newPerson, nobody } from "@/tests/support/people";

const changed = (now: string) => en.errors.changed_meanwhile.replace("{now}", now);

test("an older settings page keeps what a newer one saved, and asks where both changed the same", async () => {
  const owner = await connectedOwner();
  const path = `${owner.path}/settings/general`;
  const { page: older, context } = await openBrowserAs(owner.http);
  const newer = await context.newPage();
  for (const page of [older, newer]) await page.goto(path);
  await fill(newer, { name: "Café Sol" });
  await newer.locator('[name="cashiersOwnLinks"]').check();
  await newer.locator('[name="language2"]').selectOption("pt");
  await save(newer, "settings");
  await newer.waitForURL(/saved=/);

  await fill(older, { name: "Café Mar" });
  await older.locator('[name="timeZone"]').selectOption("America/Lima");
  await save(older, "settings");
  await older.getByText(changed("Café Sol")).waitFor();
  await expectFields(older, { name: "Café Mar", timeZone: "America/Lima", language2: "pt" });
  expect(await older.locator('[name="cashiersOwnLinks"]').isChecked()).toBe(true);
  // After the message, it is submitted again.
  await save(older, "settings");
  await older.waitForURL(/saved=/);
  await newer.reload();
  await expectFields(newer, { name: "Café Mar", timeZone: "America/Lima", language2: "pt" });
  expect(await newer.locator('[name="cashiersOwnLinks"]').isChecked()).toBe(true);
});

test("the same without scripts", async () => {
  const owner = await connectedOwner();
  const path = `${owner.path}/settings/general`;
  const older = formHolding(await owner.http.html(path), 'name="slug"');
  await owner.http.submit(path, 'name="slug"', { name: "Café Sol", color: "#102030" });
  const answer = await owner.http.send(path, older, { name: "Café Mar" });
  expect(answer.status).toBe(200);
  const html = await answer.text();
  expect(html).toContain(changed("Café Sol"));
  const again = formHolding(html, 'name="slug"');
  const values = new Map(again.fields);
  expect([values.get("name"), values.get("color")]).toEqual(["Café Mar", "#102030"]);
  expectRedirect(await owner.http.send(path, again, {}), path);
  const kept = new Map(formHolding(await owner.http.html(path), 'name="slug"').fields);
  expect([kept.get("name"), kept.get("color")]).toEqual(["Café Mar", "#102030"]);
});

test("a template's price and a teammate's role, changed on two pages, are asked about", async () => {
  const owner = await connectedOwner();
  const templates = `${owner.path}/settings/templates`;
  const template = { name: "Water", amount: "1", currency: "USD", description: "A bottle of water" };
  await owner.http.submit(templates, 'value=""', template);
  const eva = newPerson("Eva Mora");
  const team = `${owner.path}/settings/team`;
  const invited = await owner.http.submit(team, 'type="email"', { email: eva.email, role: "cashier" });
  const [, invite = ""] = /(\/invite\/[\w-]{43})/.exec(await invited.text()) ?? [];
  expectRedirect(await nobody().submit(invite, 'name="password"', eva), owner.path);

  const { page: older, context } = await openBrowserAs(owner.http);
  const newer = await context.newPage();
  for (const page of [older, newer]) {
    await page.goto(templates);
    await page.getByText(en.templates.change, { exact: true }).click();
  }
  const form = "template-";
  await newer.locator(`form[data-draft^="${form}"] [name="amount"]`).fill("2.50");
  await save(newer, form);
  await newer.waitForURL(/saved=/);
  await older.locator(`form[data-draft^="${form}"] [name="amount"]`).fill("3");
  await save(older, form);
  await older.getByText(changed("$2.50")).waitFor();
  await save(older, form);
  await older.waitForURL(/saved=/);
  await older.getByText("$3.00").waitFor();

  const row = (page: Page) => page.getByRole("listitem").filter({ hasText: eva.email });
  const role = (page: Page) => row(page).locator('[name="role"]');
  const saveRole = (page: Page) => row(page).locator('form[data-draft^="role-"] button').click();
  for (const page of [older, newer]) {
    await page.goto(team);
    await row(page).getByText(en.team.change, { exact: true }).click();
  }
  await role(newer).selectOption("viewer");
  await saveRole(newer);
  await row(newer).locator("span").getByText(en.merchants.role_viewer, { exact: true }).waitFor();
  await role(older).selectOption("admin");
  await saveRole(older);
  await older.getByText(changed(en.team.viewer)).waitFor();
  expect(await role(older).inputValue()).toBe("admin");
});

async function fill(page: Page, values: Record<string, string>): Promise<void> {
  for (const [name, value] of Object.entries(values)) {
    await page.locator(`form[data-draft="settings"] [name="${name}"]`).fill(value);
  }
}

async function expectFields(page: Page, values: Record<string, string>): Promise<void> {
  for (const [name, value] of Object.entries(values)) {
    const field = page.locator(`form[data-draft="settings"] [name="${name}"]`);
    await expect.poll(() => field.inputValue(), { message: name }).toBe(value);
  }
}

async function save(page: Page, form: string): Promise<void> {
  await page.locator(`form[data-draft^="${form}"] button[type=submit]`).first().click();
}
