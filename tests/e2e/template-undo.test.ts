import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { en } from "@/lib/i18n/messages/en/catalogue";
import { openBrowserAs, seenText } from "@/tests/support/browser";
import { connectedOwner } from "@/tests/support/people";
import { english as labels } from "./labels";

const coffee = { templateId: "", name: "Coffee", amount: "4.50", currency: "USD", description: "A coffee" };

/** Only the first test waits for the three seconds as people do; the others let them pass, see `past`. */
async function tillWithTemplates(isReal = false, options = {}) {
  const owner = await connectedOwner();
  const settings = `${owner.path}/settings/templates`;
  await owner.http.submit(settings, 'value=""', coffee);
  await owner.http.submit(settings, 'value=""', { ...coffee, name: "Tea", amount: "3.00" });
  const visitor = await openBrowserAs(owner.http, options);
  const { page } = visitor;
  if (!isReal) await page.clock.install();
  await page.goto(`${owner.path}/links/new`);
  const sent: number[] = [];
  page.on("request", (request) => {
    if (request.method() === "POST" && request.url().endsWith("/links/new")) sent.push(Date.now());
  });
  return { owner, visitor, page, sent, links: () => owner.account.links() };
}

const template = (page: Page, name = "Coffee") => page.getByRole("button", { name: new RegExp(`^${name} `) });
const undo = (page: Page) => page.getByRole("button", { name: en.create.undo, exact: true });
const qrCode = (page: Page) => page.getByRole("img", { name: labels.qrCode });
const isFocused = (element: Element) => element === document.activeElement;
/** The three seconds of every tap pass at once. The page's clock runs by itself otherwise. */
const past = (page: Page) => page.clock.fastForward(3_600);
async function tapThrough(page: Page, name?: string): Promise<void> {
  await template(page, name).tap();
  await undo(page).waitFor();
  await past(page);
}

test("a tap on a template sends nothing for three seconds, which are shown, and then makes its link", async () => {
  const { page, sent, links } = await tillWithTemplates(true);
  const tappedAt = Date.now();
  await template(page).dblclick();
  await undo(page).waitFor();
  expect(await seenText(page.locator("form").filter({ has: undo(page) }))).toMatch(/Coffee\s+\$4\.50/);
  expect(await page.getByText(`${en.create.creatingIn} 3 s`).count()).toBeGreaterThan(0);
  await page.getByText(`${en.create.creatingIn} 1 s`).waitFor();
  await qrCode(page).waitFor();
  expect(sent.length).toBe(1);
  expect((sent[0] ?? 0) - tappedAt).toBeGreaterThan(2_900);
  expect((sent[0] ?? 0) - tappedAt).toBeLessThan(4_500);
  expect(await links()).toHaveLength(1);
});

test("undone, by press, by key, by another tap or by leaving, it sends nothing and says so", async () => {
  const { owner, page, sent, links } = await tillWithTemplates();
  await template(page).tap();
  await undo(page).tap();
  await page.getByText(en.create.undone).waitFor();
  // With the keyboard: the next key press undoes it, and the focus goes back.
  await template(page).focus();
  await page.keyboard.press("Enter");
  await expect.poll(() => undo(page).evaluate(isFocused)).toBe(true);
  await page.keyboard.press("Enter");
  await page.getByText(en.create.undone).waitFor();
  await expect.poll(() => template(page).evaluate(isFocused)).toBe(true);
  await page.keyboard.press("Enter");
  await undo(page).waitFor();
  await page.keyboard.press("Escape");
  await page.getByText(en.create.undone).waitFor();

  await template(page).tap();
  await undo(page).waitFor();
  await page.getByRole("button", { name: "7", exact: true }).tap();
  await page.getByText(en.create.undone).waitFor();
  expect(await page.getByLabel(labels.amount, { exact: true }).inputValue()).toBe("7");
  await template(page).tap();
  await undo(page).waitFor();
  const description = page.getByLabel(labels.description);
  await description.fill("Something else");
  await page.getByText(en.create.undone).waitFor();
  expect(await description.evaluate(isFocused)).toBe(true);

  await template(page).tap();
  await hide(page, true);
  await page.getByText(en.create.left).waitFor();
  await hide(page, false);
  await template(page).tap();
  await page.getByRole("link", { name: en.nav.history, exact: true }).tap();
  await page.waitForURL(/\/links$/);
  await past(page);
  expect(sent).toEqual([]);
  expect(await links()).toEqual([]);

  await page.goto(`${owner.path}/links/new`);
  await template(page).tap();
  await tapThrough(page, "Tea");
  await qrCode(page).waitFor();
  expect((await links()).map(({ amount }) => amount)).toEqual([300]);
});

test("nothing moves for who wants no motion, and the seconds are still told", async () => {
  const { page } = await tillWithTemplates(true, { reducedMotion: "reduce" });
  await template(page).tap();
  await page.getByText(`${en.create.creatingIn} 2 s`).waitFor();
  expect(await page.evaluate(() => document.getAnimations().length)).toBe(0);
});

test("a tap whose answer was lost, tapped again after a reload, leads to the link that was made", async () => {
  const { owner, visitor, page, links } = await tillWithTemplates();
  visitor.expectSilence();
  await page.route("**/links/new", async (route) => {
    if (route.request().method() !== "POST") return route.fallback();
    await route.fetch();
    await route.abort("connectionaborted");
  });
  await tapThrough(page);
  await page.getByRole("alert").filter({ hasText: en.create.noAnswer }).waitFor();
  await page.unroute("**/links/new");
  await page.reload();
  await page.getByRole("alert").filter({ hasText: en.create.tapRestored }).waitFor();
  await tapThrough(page);
  await qrCode(page).waitFor();
  expect(await links()).toHaveLength(1);

  // The next customer's tap creates another link, and a reload in between creates no second one.
  await page.goto(`${owner.path}/links/new`);
  await owner.account.setFault({ fault: "slow", delayMs: 1_000, endpoint: "create" });
  await tapThrough(page);
  await page.getByText(en.create.submitting).waitFor();
  await page.reload();
  await page.getByRole("alert").filter({ hasText: en.create.tapRestored }).waitFor();
  await tapThrough(page);
  await qrCode(page).waitFor();
  expect(await links()).toHaveLength(2);
});

/** As if another tab or program came to the front. */
async function hide(page: Page, isHidden: boolean): Promise<void> {
  await page.evaluate((hidden) => {
    Object.defineProperty(document, "hidden", { value: hidden, configurable: true });
    document.dispatchEvent(new Event("visibilitychange"));
  }, isHidden);
}
