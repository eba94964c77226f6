import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { en } from "@/lib/i18n/messages/en/catalogue";
import { openBrowserAs } from "@/tests/support/browser";
import { connectedOwner } from "@/tests/support/people";
import { english as labels } from "./labels";

// A part of what the page that creates links can do is in a script that comes after the page is at work. Whatever
// somebody does before it is there is done.

const coffee = { templateId: "", name: "Coffee", amount: "4.50", currency: "USD", description: "A coffee" };
const amount = (page: Page) => page.getByLabel(labels.amount, { exact: true });
const create = (page: Page) => page.getByRole("button", { name: labels.createLink, exact: true });
const key = (page: Page, name: string) =>
  page.getByRole("group", { name: en.create.keypad }).getByRole("button", { name, exact: true });

test("keys, and amounts in every style, wait for it without being lost", async () => {
  const { page, release } = await openHeld();
  await amount(page).fill("12.5");
  await create(page).getByText("$12.50").waitFor();
  await key(page, "0").tap();
  await key(page, "7").tap();
  expect(await amount(page).inputValue()).toBe("12.50");
  await key(page, en.create.back).tap();
  expect(await amount(page).inputValue()).toBe("12.5");
  await amount(page).fill("1,234,567");
  await expect.poll(() => create(page).getByText("$").count()).toBe(0);
  await key(page, "8").tap();
  await key(page, "9").tap();
  expect(await amount(page).inputValue()).toBe("1,234,567");
  release();
  await create(page).getByText("$123,456,789.00").waitFor();
  expect(await amount(page).inputValue()).toBe("123456789");
});

test("a press before it makes the link, and shows its card when it comes", async () => {
  const { owner, page, release } = await openHeld();
  await owner.account.setFault({ fault: "slow", delayMs: 1_500, endpoint: "create" });
  await amount(page).fill("1,234,567");
  await page.getByLabel(labels.description).fill("Early");
  await create(page).tap();
  await page.getByText(en.newLink.pending).waitFor();
  release();
  await page.getByText(en.create.submitting).waitFor();
  await page.getByRole("img", { name: labels.qrCode }).waitFor();
  expect((await owner.account.links()).map((link) => link.amount)).toEqual([123456700]);
});

test("what an answer asks is asked with it", async () => {
  const { page, release } = await openHeld();
  await amount(page).fill("345.670");
  await page.getByLabel(labels.description).fill("Read in two ways");
  await create(page).tap();
  await page.getByText(en.newLink.pending).waitFor();
  release();
  await page.getByRole("radio").first().waitFor();
  expect(await amount(page).evaluate((field) => field === document.activeElement)).toBe(true);
});

test("what the answer to a press before the page was at work asks stays, and can be answered", async () => {
  const { owner, page, release } = await openHeld();
  await amount(page).fill("345.670");
  await page.getByLabel(labels.description).fill("Read in two ways");
  await page
    .locator("form", { has: amount(page) })
    .evaluate((form) => HTMLFormElement.prototype.submit.call(form));
  const option = page.getByRole("radio").last();
  await option.waitFor();
  // At work.
  await page.getByLabel(labels.description).fill("Read");
  await page.waitForTimeout(300);
  expect(await option.isVisible()).toBe(true);
  release();
  await option.check();
  await page.waitForTimeout(300);
  expect(await option.isChecked()).toBe(true);
  await create(page).tap();
  await page.getByRole("img", { name: labels.qrCode }).waitFor();
  expect((await owner.account.links()).map((link) => link.amount)).toEqual([34567]);
});

test("without scripts, what an answer asks is on its page", async () => {
  const owner = await connectedOwner();
  const { page } = await openBrowserAs(owner.http, { javaScriptEnabled: false });
  for (const description of ["Read in two ways", "Asked about"]) {
    await page.goto(`${owner.path}/links/new`);
    await amount(page).fill("345.670");
    await page.getByLabel(labels.description).fill(description);
    await create(page).tap();
    await page.getByRole("radio").last().check();
    await create(page).tap();
    await page.getByRole("img", { name: labels.qrCode }).waitFor();
  }
  await page.goto(`${owner.path}/links/new`);
  await amount(page).fill("345.67");
  await page.getByLabel(labels.description).fill("Asked about");
  await create(page).tap();
  await page.getByRole("alert").waitFor();
  await page.getByRole("button", { name: en.newLink.createAnyway }).tap();
  await page.getByRole("img", { name: labels.qrCode }).waitFor();
  expect((await owner.account.links()).map((link) => link.amount)).toEqual([34567, 34567, 34567]);
});

test("a tap on a template is sent when it could be undone for three seconds, and not before", async () => {
  const { owner, page, release } = await openHeld();
  const sent: number[] = [];
  page.on("request", (request) => {
    if (request.method() === "POST" && request.url().endsWith("/links/new")) sent.push(Date.now());
  });
  // At work.
  await amount(page).fill("1");
  await create(page).getByText("$1.00").waitFor();
  await page.getByRole("button", { name: /^Coffee / }).tap();
  await page.waitForTimeout(1_000);
  const releasedAt = Date.now();
  release();
  await page.getByRole("button", { name: en.create.undo, exact: true }).waitFor();
  await page.getByRole("img", { name: labels.qrCode }).waitFor();
  expect((sent[0] ?? 0) - releasedAt).toBeGreaterThan(2_900);
  expect((await owner.account.links()).map((link) => link.amount)).toEqual([450]);
});

test("it is asked for again after the network had gone with it, and what was typed is kept then", async () => {
  const { owner, page, visitor, release } = await openHeld("connectionaborted");
  visitor.expectSilence();
  await page.route("**/links/new", (route) => route.abort("connectionaborted"));
  await amount(page).fill("6.00");
  await page.getByLabel(labels.description).fill("Soup");
  await create(page).tap();
  await page.getByRole("alert").filter({ hasText: en.create.noAnswer }).waitFor();
  expect(await amount(page).inputValue()).toBe("6.00");
  release();
  await page.getByRole("button", { name: en.drafts.offer }).tap();
  await page.getByText(en.drafts.kept).waitFor();
  await page.unroute("**/links/new");
  await page.goto(`${owner.path}/links`);
  await page.getByText(en.drafts.made).waitFor();
  expect((await owner.account.links()).map((link) => link.amount)).toEqual([600]);
});

/** Opens the page, whose later script waits, or does not come, until it is released. */
async function openHeld(fault?: "connectionaborted") {
  const owner = await connectedOwner();
  await owner.http.submit(`${owner.path}/settings/templates`, 'value=""', coffee);
  const visitor = await openBrowserAs(owner.http);
  const { page } = visitor;
  let release = () => {};
  let isHeld = true;
  const held = new Promise<void>((resolve) => {
    release = () => {
      isHeld = false;
      resolve();
    };
  });
  let ask = () => {};
  const asked = new Promise<void>((resolve) => {
    ask = resolve;
  });
  await page.route("**/_next/static/chunks/*.js", async (route) => {
    const response = await route.fetch();
    // The bar with which a tap is undone is in it.
    const isLater = (await response.text()).includes("run-out");
    if (isLater) ask();
    if (isLater && isHeld && fault) return route.abort(fault);
    if (isLater) await held;
    await route.fulfill({ response });
  });
  // A browser has not loaded the page before the script that is held, where it asks for it early enough.
  await page.goto(`${owner.path}/links/new`, { waitUntil: "domcontentloaded" });
  await asked;
  return { owner, visitor, page, release };
}
