import type { Page } from "playwright-core";
import { expect, inject, test } from "vitest";
import { en } from "@/lib/i18n/messages/en/catalogue";
import { openBrowserAs, seenText } from "@/tests/support/browser";
import { desk } from "@/tests/support/devices";
import { formHolding, type HttpVisitor } from "@/tests/support/http-visitor";
import { connectedOwner, expectRedirect, type Owner } from "@/tests/support/people";
import { teammate } from "@/tests/support/roles";
import { openAccount } from "@/tests/support/sandbox";
import { english as labels } from "./labels";

const coffee = { templateId: "", name: "Coffee", amount: "4.50", currency: "USD", description: "A coffee" };

/** Connects a live key with the owner's form, not on the page that the test has open. */
async function connectLive(owner: Owner) {
  const account = await openAccount(inject("portal").upstreamUrl, "live");
  const keys = `${owner.path}/settings/api-keys`;
  expectRedirect(await owner.http.submit(keys, 'name="apiKey"', { apiKey: account.key }), owner.path);
  return account;
}

const frameTag = (page: Page) => page.locator("header .mode-tag");
const createButton = (page: Page) => page.getByRole("button", { name: labels.createLink, exact: true });
const qrCode = (page: Page) => page.getByRole("img", { name: labels.qrCode });
const notOfHere = "The form did not come from this business";
const movedOn = "This page showed TEST; the business now makes LIVE links.";

async function fillIn(page: Page, amount: string, description: string): Promise<void> {
  await page.getByLabel(labels.amount, { exact: true }).fill(amount);
  await page.getByLabel(labels.description).fill(description);
}

test("an owner who connects a live key sees no other mode from then on, and back again", async () => {
  const owner = await connectedOwner();
  const { page } = await openBrowserAs(owner.http, desk);
  await page.goto(`${owner.path}/settings/api-keys`);
  expect(await seenText(frameTag(page))).toBe("TEST");
  const { key } = await openAccount(inject("portal").upstreamUrl, "live");
  await page.getByLabel(labels.apiKey).fill(key);
  await page.getByRole("button", { name: labels.connectKey }).click();
  await createButton(page).waitFor();
  expect(await frameTag(page).count()).toBe(0);
  expect(await page.locator(".edge-test").count()).toBe(0);
  await page.getByRole("link", { name: en.nav.settings }).click();
  await page.getByRole("link", { name: en.settings.keys }).click();
  await page.getByRole("button", { name: "Make test links" }).click();
  await frameTag(page).waitFor();
  expect(await seenText(frameTag(page))).toBe("TEST");
});

test("a page that showed another mode asks, makes nothing, keeps what was typed, and makes it when pressed again", async () => {
  const owner = await connectedOwner();
  const cashier = await teammate(owner, "cashier");
  const { page } = await openBrowserAs(cashier.http);
  await page.goto(`${owner.path}/links/new`);
  await fillIn(page, "12.00", "Two coffees");
  const live = await connectLive(owner);
  await createButton(page).tap();
  await page.getByText(movedOn).waitFor();
  await expect.poll(() => frameTag(page).count()).toBe(0);
  expect([await live.links(), await owner.account.links()]).toEqual([[], []]);
  expect(await page.getByLabel(labels.amount, { exact: true }).inputValue()).toBe("12.00");
  expect(await page.getByLabel(labels.description).inputValue()).toBe("Two coffees");
  await createButton(page).tap();
  await qrCode(page).waitFor();
  expect((await live.links()).map(({ amount }) => amount)).toEqual([1200]);
  expect(await owner.account.links()).toEqual([]);
});

test("a template's button that showed another mode asks too, and what is typed beside it stays", async () => {
  const owner = await connectedOwner();
  const cashier = await teammate(owner, "cashier");
  await owner.http.submit(`${owner.path}/settings/templates`, 'name="templateId"', coffee);
  const { page } = await openBrowserAs(cashier.http);
  await page.goto(`${owner.path}/links/new`);
  await fillIn(page, "12.00", "Half typed");
  const live = await connectLive(owner);
  const button = page.getByRole("button", { name: /^Coffee/ });
  await button.tap();
  await page.getByText(movedOn).waitFor();
  expect([await live.links(), await owner.account.links()]).toEqual([[], []]);
  expect(await page.getByLabel(labels.description).inputValue()).toBe("Half typed");
  await button.tap();
  await qrCode(page).waitFor();
  expect((await live.links()).map(({ amount }) => amount)).toEqual([450]);
});

test("a template whose price was changed is drawn with the new one, and the second tap makes that", async () => {
  const owner = await connectedOwner();
  const templates = `${owner.path}/settings/templates`;
  await owner.http.submit(templates, 'name="templateId"', coffee);
  const { page } = await openBrowserAs(owner.http);
  await page.goto(`${owner.path}/links/new`);
  const html = await owner.http.html(templates);
  const [, templateId = ""] = /name="templateId" value="([0-9a-f-]{36})"/.exec(html) ?? [];
  await owner.http.submit(templates, 'name="templateId"', { ...coffee, templateId, amount: "9.00" });
  await page.getByRole("button", { name: /^Coffee/ }).tap();
  await page.getByText(en.errors.template_changed).waitFor();
  expect(await owner.account.links()).toEqual([]);
  await page.getByRole("button", { name: /^Coffee .*9\.00/ }).tap();
  await qrCode(page).waitFor();
  expect((await owner.account.links()).map(({ amount }) => amount)).toEqual([900]);
});

test("whoever walks on to another page after the owner changed the mode elsewhere sees the new one there", async () => {
  const owner = await connectedOwner();
  const cashier = await teammate(owner, "cashier");
  const { page } = await openBrowserAs(cashier.http);
  await page.goto(`${owner.path}/links`);
  expect(await seenText(frameTag(page))).toBe("TEST");
  const live = await connectLive(owner);
  await page.getByRole("link", { name: en.nav.new, exact: true }).first().tap();
  await createButton(page).waitFor();
  await expect.poll(() => frameTag(page).count()).toBe(0);
  expect(await live.links()).toEqual([]);
});

test("without scripts: asked, kept and made by the second press; no mode or a forged one is asked about as well", async () => {
  const owner = await connectedOwner();
  const { http } = await teammate(owner, "cashier");
  const path = `${owner.path}/links/new`;
  const typed = { amount: "12.00", description: "Two coffees" };
  const drawn = formHolding(await http.html(path), 'name="intentId"');
  const live = await connectLive(owner);
  const asked = await (await http.send(path, drawn, typed)).text();
  expect(asked).toContain(movedOn);
  expect(asked).toContain('value="12.00"');
  expect(asked).toContain('value="Two coffees"');
  const redrawn = formHolding(asked, 'name="intentId"');
  for (const forged of ["", "sandbox,live", "LIVE", "production"]) {
    const page = await (await http.send(path, redrawn, { ...typed, mode: forged })).text();
    expect(page, forged).toContain("did not say which mode");
  }
  const noMode = { ...redrawn, fields: redrawn.fields.filter(([name]) => name !== "mode") };
  expect(await (await http.send(path, noMode, typed)).text()).toContain("did not say which mode");
  for (const business of ["", crypto.randomUUID()]) {
    const page = await (await http.send(path, redrawn, { ...typed, business })).text();
    expect(page).toContain(notOfHere);
  }
  expect([await live.links(), await owner.account.links()]).toEqual([[], []]);
  expectRedirect(await http.send(path, redrawn, typed), `${owner.path}/links/`);
  expect(await live.links()).toHaveLength(1);
});

test("without scripts a template carries its mode and business, and a press that arrived is answered with its link", async () => {
  const owner = await connectedOwner();
  const path = `${owner.path}/links/new`;
  await owner.http.submit(`${owner.path}/settings/templates`, 'name="templateId"', coffee);
  const html = await owner.http.html(path);
  const [tap, form] = [formHolding(html, 'name="version"'), formHolding(html, 'name="currency"')];
  const typed = { amount: "12.00", description: "Two coffees" };
  const first = expectRedirect(await owner.http.send(path, form, typed), `${owner.path}/links/`);
  const other = await connectedOwner("Sol");
  expect(
    await (await other.http.send(`${other.path}/links/new`, { ...form, action: "" }, typed)).text(),
  ).toContain(notOfHere);
  expect(await other.account.links()).toEqual([]);
  const live = await connectLive(owner);
  // After a lost answer, the same form leads to the same link, whatever the mode is now.
  expect(expectRedirect(await owner.http.send(path, form, typed), `${owner.path}/links/`)).toBe(first);
  for (const fields of [tap.fields, tap.fields.filter(([name]) => name !== "mode")]) {
    expect(await (await owner.http.send(path, { ...tap, fields })).text()).toMatch(
      /business (now )?makes LIVE links/,
    );
  }
  expect(await live.links()).toEqual([]);
  expect(await owner.account.links()).toHaveLength(1);
});

test("an address from before a business was renamed makes its links in the same business", async () => {
  const owner = await connectedOwner();
  const path = `${owner.path}/links/new`;
  const form = formHolding(await owner.http.html(path), 'name="intentId"');
  const slug = `renamed-${crypto.randomUUID().slice(0, 8)}`;
  await rename(owner.http, owner.path, slug);
  const made = await owner.http.send(path, form, { amount: "3.00", description: "Old address" });
  expectRedirect(made, `/m/${slug}/links/`);
  expect(await owner.account.links()).toHaveLength(1);
});

async function rename(http: HttpVisitor, path: string, slug: string): Promise<void> {
  const settings = `${path}/settings/general`;
  expectRedirect(await http.submit(settings, 'name="slug"', { slug }), `/m/${slug}`);
}

test("a new form has the business's currency and no description, whatever was made, tapped or chosen last", async () => {
  const owner = await connectedOwner();
  await owner.http.submit(`${owner.path}/settings/templates`, 'name="templateId"', {
    ...coffee,
    currency: "EUR",
  });
  const { page } = await openBrowserAs(owner.http);
  const currency = page.getByLabel(labels.currency);
  const description = page.getByLabel(labels.description);
  const asNew = async () => {
    await createButton(page).waitFor();
    expect([await currency.inputValue(), await description.inputValue()]).toEqual(["USD", ""]);
  };
  await page.goto(`${owner.path}/links/new`);
  await asNew();
  await page.getByRole("button", { name: /^Coffee/ }).tap();
  await qrCode(page).waitFor();
  await page.getByRole("link", { name: en.nav.new, exact: true }).first().tap();
  await asNew();
  await fillIn(page, "5900", "For Ana");
  await currency.selectOption("CRC");
  await createButton(page).tap();
  await qrCode(page).waitFor();
  await page.getByRole("link", { name: en.nav.new, exact: true }).first().tap();
  await asNew();
  // What was chosen and not submitted is gone: neither "Back" nor a reload brings it to the next customer.
  await currency.selectOption("CRC");
  await page.getByRole("link", { name: en.nav.history }).first().tap();
  await page.waitForURL(/links$/);
  await page.goBack();
  await asNew();
  await currency.selectOption("CRC");
  await page.reload();
  await asNew();
});
