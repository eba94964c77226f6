import type { Page } from "playwright-core";
import { expect, inject, test } from "vitest";
import { openBrowser, seenText } from "@/tests/support/browser";
import { newPerson, type Person } from "@/tests/support/people";
import { qrReaders } from "@/tests/support/qr-readers";
import { english, spanish, type Words } from "./words";

const money = /1.234[.,]50/;

test.each([
  { title: "in English", words: english, javaScriptEnabled: true, currency: "EUR" },
  { title: "in English, with JavaScript off", words: english, javaScriptEnabled: false, currency: "EUR" },
  { title: "in Spanish", words: spanish, javaScriptEnabled: true, currency: "CRC" },
])("from signing up to a link that can be paid, $title", async ({ words, javaScriptEnabled, currency }) => {
  const { page, context } = await openBrowser({ locale: words.locale, javaScriptEnabled });
  const person = newPerson("Ana Rojas");
  await signUp(page, words, person);
  await nameMerchant(page, words, "Café Luna");
  await page.getByRole("button", { name: words.useSandbox }).click();

  await page.waitForURL(/\/m\/cafe-luna[a-z0-9-]*\/links\/new$/);
  const history = page.url().replace(/\/new$/, "");
  const description = "Dos cafés y un queque ☕ de María";
  // Costa Rica is told from the locale; elsewhere the person chooses.
  if (currency === "CRC") expect(await page.getByLabel(words.currency).inputValue()).toBe("CRC");
  else await page.getByLabel(words.currency).selectOption(currency);
  await page.getByLabel(words.amount).fill("1.234,50");
  await page.getByLabel(words.description).fill(description);
  await page.getByRole("button", { name: words.createLink }).click();

  await page.waitForURL(/\/links\/[0-9a-f-]{36}$/);
  const linkPage = page.url();
  const address = await shownAddress(page, words);
  await expectLinkPage(page, words, { person, description, address });
  await expectFiles(page, words, address);
  await expectPayable(await context.newPage(), { address, description, currency });

  await page.goto(linkPage);
  await page.getByRole("link", { name: words.history }).click();
  await page.waitForURL(history);
  await expectInHistory(page, words, { person, description });

  await signOut(page, words);
  await page.goto(linkPage);
  await page.waitForURL(/\/login\?next=/);
  await signIn(page, words, person);
  await page.waitForURL(linkPage);
  expect(await shownAddress(page, words)).toBe(address);
  await page.goto(history);
  await expectInHistory(page, words, { person, description });
});

async function signUp(page: Page, words: Words, person: Person): Promise<void> {
  await page.goto("/signup");
  await page.getByLabel(words.name, { exact: true }).fill(person.name);
  await page.getByLabel(words.email).fill(person.email);
  await page.getByLabel(words.password).fill(person.password);
  await page.getByRole("button", { name: words.createAccount }).click();
  await page.waitForURL("/m/new");
}

async function nameMerchant(page: Page, words: Words, name: string): Promise<void> {
  await page.getByLabel(words.businessName).fill(name);
  await page.getByRole("button", { name: words.createMerchant }).click();
  await page.waitForURL(/\/settings\/api-keys$/);
}

async function signOut(page: Page, words: Words): Promise<void> {
  await page.locator("summary", { hasText: "Café Luna" }).click();
  await page.getByRole("button", { name: words.signOut }).click();
  await page.waitForURL("/login");
}

async function signIn(page: Page, words: Words, person: Person): Promise<void> {
  await page.getByLabel(words.email).fill(person.email);
  await page.getByLabel(words.password).fill(person.password);
  await page.getByRole("button", { name: words.signIn }).click();
}

/** The address that the link's page shows as text, which is where its QR code must lead. */
async function shownAddress(page: Page, words: Words): Promise<string> {
  await page.getByRole("img", { name: words.qrCode }).waitFor();
  const [address = ""] = /http\S+\/link\/plink_\w+/.exec(await seenText(page.locator("main"))) ?? [];
  expect(address).toMatch(new RegExp(`^${inject("portal").sandboxUrl}/link/plink_[0-9a-z]{12}$`));
  return address;
}

async function expectLinkPage(
  page: Page,
  words: Words,
  { person, description, address }: { person: Person; description: string; address: string },
): Promise<void> {
  const text = await seenText(page.locator("main"));
  for (const part of [money, description, "SANDBOX", `${words.madeBy} ${person.name}`, words.ready]) {
    expect(text).toMatch(part);
  }
  await expectQr(await page.getByRole("img", { name: words.qrCode }).screenshot(), address);
}

async function expectQr(png: Uint8Array, address: string): Promise<void> {
  expect(await qrReaders.jsqr(png)).toBe(address);
  expect(await qrReaders.zxing(png)).toBe(address);
}

async function expectFiles(page: Page, words: Words, address: string): Promise<void> {
  for (const [name, extension] of [
    [words.downloadSvg, "svg"],
    [words.downloadPng, "png"],
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

/** The SVG as a browser draws it, not as our own code does. */
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
  // The pay page speaks the browser's language, and writes the amount as it does.
  expect(text).toMatch(/1[,.\s]234 ?[.,]50/);
  expect(text).toContain(currency);
  expect(text).toContain(description);
  await page.close();
}

async function expectInHistory(
  page: Page,
  words: Words,
  { person, description }: { person: Person; description: string },
): Promise<void> {
  const row = page.getByRole("listitem").filter({ hasText: description });
  await row.waitFor();
  const text = await seenText(row);
  for (const part of [money, words.ready, "SANDBOX", person.name]) expect(text).toMatch(part);
}
