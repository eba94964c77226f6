import type { Page } from "playwright-core";
import { expect, inject, test } from "vitest";
import { openBrowser, seenText } from "@/tests/support/browser";
import { newPerson, type Person } from "@/tests/support/people";
import { qrReaders } from "@/tests/support/qr-readers";
import { english, type Labels, spanish } from "./labels";

const money = /1.234[.,]50/;

test.each([
  { title: "in English", labels: english, javaScriptEnabled: true, currency: "EUR" },
  { title: "in English, with JavaScript off", labels: english, javaScriptEnabled: false, currency: "EUR" },
  { title: "in Spanish", labels: spanish, javaScriptEnabled: true, currency: "CRC" },
])("from signing up to a link that can be paid, $title", async ({ labels, javaScriptEnabled, currency }) => {
  const { page, context } = await openBrowser({ locale: labels.locale, javaScriptEnabled });
  const person = newPerson("Ana Rojas");
  await signUp(page, labels, person);
  await nameMerchant(page, labels, "Café Luna");
  await page.getByRole("button", { name: labels.useSandbox }).click();

  await page.waitForURL(/\/m\/cafe-luna[a-z0-9-]*\/links\/new$/);
  const history = page.url().replace(/\/new$/, "");
  const description = "Dos cafés y un queque ☕ de María";
  // For Costa Rica the locale decides; in other countries the person chooses.
  if (currency === "CRC") expect(await page.getByLabel(labels.currency).inputValue()).toBe("CRC");
  else await page.getByLabel(labels.currency).selectOption(currency);
  await page.getByLabel(labels.amount).fill("1.234,50");
  await page.getByLabel(labels.description).fill(description);
  await page.getByRole("button", { name: labels.createLink }).click();

  await page.waitForURL(/\/links\/[0-9a-f-]{36}$/);
  const linkPage = page.url();
  const address = await shownAddress(page, labels);
  await expectLinkPage(page, labels, { person, description, address });
  await expectFiles(page, labels, address);
  await expectPayable(await context.newPage(), { address, description, currency });

  await page.goto(linkPage);
  await page.getByRole("link", { name: labels.history }).click();
  await page.waitForURL(history);
  await expectInHistory(page, labels, { person, description });

  await signOut(page, labels);
  await page.goto(linkPage);
  await page.waitForURL(/\/login\?next=/);
  await signIn(page, labels, person);
  await page.waitForURL(linkPage);
  expect(await shownAddress(page, labels)).toBe(address);
  await page.goto(history);
  await expectInHistory(page, labels, { person, description });
});

async function signUp(page: Page, labels: Labels, person: Person): Promise<void> {
  await page.goto("/signup");
  await page.getByLabel(labels.name, { exact: true }).fill(person.name);
  await page.getByLabel(labels.email).fill(person.email);
  await page.getByLabel(labels.password).fill(person.password);
  await page.getByRole("button", { name: labels.createAccount }).click();
  await page.waitForURL("/m/new");
}

async function nameMerchant(page: Page, labels: Labels, name: string): Promise<void> {
  await page.getByLabel(labels.businessName).fill(name);
  await page.getByRole("button", { name: labels.createBusiness }).click();
  await page.waitForURL(/\/settings\/api-keys$/);
}

async function signOut(page: Page, labels: Labels): Promise<void> {
  await page.locator("summary", { hasText: "Café Luna" }).click();
  await page.getByRole("button", { name: labels.signOut }).click();
  await page.waitForURL("/login");
}

async function signIn(page: Page, labels: Labels, person: Person): Promise<void> {
  await page.getByLabel(labels.email).fill(person.email);
  await page.getByLabel(labels.password).fill(person.password);
  await page.getByRole("button", { name: labels.signIn }).click();
}

/** The address that the link's page shows as text, to which its QR code must lead. */
async function shownAddress(page: Page, labels: Labels): Promise<string> {
  await page.getByRole("img", { name: labels.qrCode }).waitFor();
  const [address = ""] = /http\S+\/link\/plink_\w+/.exec(await seenText(page.locator("main"))) ?? [];
  expect(address).toMatch(new RegExp(`^${inject("portal").sandboxUrl}/link/plink_[0-9a-z]{12}$`));
  return address;
}

async function expectLinkPage(
  page: Page,
  labels: Labels,
  { person, description, address }: { person: Person; description: string; address: string },
): Promise<void> {
  const text = await seenText(page.locator("main"));
  for (const part of [money, description, "SANDBOX", `${labels.madeBy} ${person.name}`, labels.open]) {
    expect(text).toMatch(part);
  }
  await expectQr(await page.getByRole("img", { name: labels.qrCode }).screenshot(), address);
}

async function expectQr(png: Uint8Array, address: string): Promise<void> {
  expect(await qrReaders.jsqr(png)).toBe(address);
  expect(await qrReaders.zxing(png)).toBe(address);
}

async function expectFiles(page: Page, labels: Labels, address: string): Promise<void> {
  for (const [name, extension] of [
    [labels.downloadSvg, "svg"],
    [labels.downloadPng, "png"],
  ] as const) {
    const link = page.getByRole("link", { name });
    const path = (await link.getAttribute("href")) ?? "";
    expect(path).toMatch(new RegExp(`/qr\\.${extension}$`));
    const [download] = await Promise.all([page.waitForEvent("download"), link.click()]);
    expect(download.suggestedFilename()).toMatch(new RegExp(`\\.${extension}$`));
    const answer = await page.request.get(path);
    expect(answer.headers()["content-type"]).toMatch(extension === "svg" ? "image/svg+xml" : "image/png");
    const file = await answer.body();
    await expectQr(extension === "png" ? file : await drawn(page, file), address);
  }
}

/** The SVG as drawn by a browser, and not by our own code. */
async function drawn(page: Page, svg: Buffer): Promise<Buffer> {
  const drawing = await page.context().newPage();
  await drawing.setContent(`<img src="data:image/svg+xml;base64,${svg.toString("base64")}" width="390">`);
  const png = await drawing.screenshot();
  await drawing.close();
  return png;
}

async function expectPayable(
  page: Page,
  { address, description, currency }: { address: string; description: string; currency: string },
): Promise<void> {
  await page.goto(address);
  const text = (await seenText(page.locator("main"))).replace(/\s+/g, " ");
  // The pay page is in the browser's language, and writes the amount accordingly.
  expect(text).toMatch(/1[,.\s]234 ?[.,]50/);
  expect(text).toContain(currency);
  expect(text).toContain(description);
  await page.close();
}

async function expectInHistory(
  page: Page,
  labels: Labels,
  { person, description }: { person: Person; description: string },
): Promise<void> {
  const row = page.getByRole("listitem").filter({ hasText: description });
  await row.waitFor();
  const text = await seenText(row);
  for (const part of [money, labels.open, person.name]) expect(text).toMatch(part);
  // All links are of one mode, which is said once above them.
  expect(await seenText(page.locator("main"))).toContain("SANDBOX");
}
