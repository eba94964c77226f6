import http from "node:http";
import type { Locator, Page } from "playwright-core";
import { expect, inject, test } from "vitest";
import { en } from "@/lib/i18n/messages/en/catalogue";
import { openBrowser, openBrowserAs, seenText } from "@/tests/support/browser";
import { desk } from "@/tests/support/devices";
import { formHolding } from "@/tests/support/http-visitor";
import { connectedOwner, makeLink, merchantOwner, type Owner, signedUp } from "@/tests/support/people";
import { asSuperuser, teammate } from "@/tests/support/roles";
import { english as labels } from "./labels";

const coffee = { templateId: "", name: "Coffee", amount: "4.50", currency: "USD", description: "A coffee" };
const linkPage = /\/links\/[0-9a-f-]{36}$/;

/** Taps keys of the keypad by their names. */
async function tapKeys(page: Page, ...keys: string[]): Promise<void> {
  const pad = page.getByRole("group", { name: en.create.keypad });
  for (const key of keys) await pad.getByRole("button", { name: key, exact: true }).tap();
}

const createButton = (page: Page) => page.getByRole("button", { name: labels.createLink, exact: true });
const qrCode = (page: Page) => page.getByRole("img", { name: labels.qrCode });

async function saveLinkTemplate({ http: visitor, path }: Owner, template = coffee): Promise<void> {
  const page = `${path}/settings/templates`;
  const kept = await visitor.submit(page, 'name="templateId"', template);
  expect(kept.headers.get("location")?.split("?")[0]).toBe(page);
}

test("a cashier types an amount with one thumb: digits, one tap, and nothing of the link before", async () => {
  const owner = await connectedOwner("Café Luna");
  await makeLink(owner, { amount: "7.00", description: "Breakfast" });
  await owner.http.submit(`${owner.path}/links/new`, 'name="intentId"', {
    ...{ amount: "8.00", currency: "EUR", description: "Lunch" },
  });
  const { page } = await openBrowserAs(owner.http);
  await page.goto(`${owner.path}/links/new`);
  const amount = page.getByLabel(labels.amount, { exact: true });
  await expect.poll(() => amount.getAttribute("inputmode")).toBe("none");
  expect(await page.getByLabel(labels.currency).inputValue()).toBe("USD");
  expect(await page.getByLabel(labels.description).inputValue()).toBe("");
  await page.getByLabel(labels.currency).selectOption("EUR");

  await tapKeys(page, "2", "5", "000", en.create.back, "00", en.create.mark, "5");
  expect(await amount.inputValue()).toBe("250000.5");
  const button = createButton(page);
  expect((await seenText(button)).replace(/\s+/g, " ")).toBe("Create link €250,000.50 for Café Luna");
  expect(await annotated(button)).toBe("€250,000.50 for Café Luna");
  // Holding the backspace empties the field. A keyboard and pasting still work as in any field.
  const back = await page.getByRole("button", { name: en.create.back }).boundingBox();
  await page.mouse.move((back?.x ?? 0) + 9, (back?.y ?? 0) + 9);
  await page.mouse.down();
  await expect.poll(() => amount.inputValue()).toBe("");
  await page.mouse.up();
  await amount.pressSequentially("12.5");
  await page.getByRole("button", { name: "Breakfast" }).tap();
  await button.tap();
  await qrCode(page).waitFor();
  const [, , made] = await owner.account.links();
  expect(made).toMatchObject({ amount: 1250, currency: "EUR" });
  expect(made?.description).toContain("Breakfast");
});

test("at a desk there are no keys, and Enter in the amount makes the link", async () => {
  const owner = await connectedOwner();
  await saveLinkTemplate(owner);
  const { page } = await openBrowserAs(owner.http, desk);
  await page.goto(`${owner.path}/links/new`);
  expect(await page.getByRole("group", { name: en.create.keypad }).isVisible()).toBe(false);
  await page.getByLabel(labels.description).fill("Enter");
  const amount = page.getByLabel(labels.amount, { exact: true });
  expect(await amount.getAttribute("inputmode")).toBe("decimal");
  await amount.fill("3.00");
  await amount.press("Enter");
  await qrCode(page).waitFor();
  expect((await owner.account.links()).map(({ amount: cents }) => cents)).toEqual([300]);
});

test("recent descriptions are those of links that the cashier sees", async () => {
  const owner = await connectedOwner();
  await makeLink(owner, { amount: "7.00", description: "Only the owner's" });
  const cashier = await teammate(owner, "cashier");
  const page = `${owner.path}/links/new`;
  expect(await cashier.http.html(page)).toContain("Only the owner");
  await asSuperuser("UPDATE merchants SET cashiers_own_links = true WHERE slug = $1", [owner.slug]);
  expect(await cashier.http.html(page)).not.toContain("Only the owner");
});

test("the link card is there at once, and the link's page takes its place without moving anything", async () => {
  const owner = await connectedOwner();
  await makeLink(owner, { amount: "7.00", description: "One before, whose address tells the size" });
  const { page } = await openBrowserAs(owner.http);
  await page.goto(`${owner.path}/links/new`);
  await tapKeys(page, "1", "2");
  await page.getByLabel(labels.description).fill("Two coffees");
  await owner.account.setFault({ fault: "slow", delayMs: 1_000, endpoint: "create" });
  const shownMs = await page.evaluate(async (name) => {
    const button = [...document.querySelectorAll("button")].find((one) => one.textContent?.startsWith(name));
    const pressedAt = performance.now();
    button?.click();
    await new Promise<void>((resolve) => {
      const look = () => (document.querySelector("main section") ? resolve() : requestAnimationFrame(look));
      look();
    });
    return performance.now() - pressedAt;
  }, labels.createLink);
  // Long before upstream has answered.
  expect(shownMs).toBeLessThan(500);
  const linkCard = page.locator("main section").first();
  expect(await seenText(linkCard)).toContain(en.create.submitting);
  expect(await seenText(linkCard)).toContain("Two coffees");
  await animationsEnd(page);
  const before = await boxes(linkCard);
  await qrCode(page).waitFor();
  await animationsEnd(page);
  expect(await boxes(linkCard)).toEqual(before);
});

test("it can be left while it is being made, and comes back to the page that makes links", async () => {
  const owner = await connectedOwner();
  await owner.account.setFault({ fault: "slow", delayMs: 1_500, endpoint: "create" });
  const { page } = await openBrowserAs(owner.http);
  await page.goto(`${owner.path}/links/new`);
  await page.getByLabel(labels.amount).fill("9.00");
  await page.getByLabel(labels.description).fill("Left for later");
  await createButton(page).tap();
  await page.getByText(en.create.submitting).waitFor();
  await page.getByRole("link", { name: en.nav.new, exact: true }).tap();
  const waiting = page.getByRole("list", { name: en.create.pendingLinks }).getByRole("link");
  await waiting.waitFor();
  // It is still being made: the page did not wait for it.
  expect(await seenText(waiting)).toContain(en.state.sending);
  // What is typed stays while the page polls.
  await page.getByLabel(labels.amount).fill("10.00");
  await page.getByLabel(labels.description).fill("The next one");
  await expect.poll(() => owner.account.links()).toHaveLength(1);
  await page.waitForTimeout(2_500);
  expect(page.url()).toMatch(/links\/new$/);
  expect(await page.getByLabel(labels.amount).inputValue()).toBe("10.00");
  await createButton(page).tap();
  await qrCode(page).waitFor();
  expect(await owner.account.links()).toHaveLength(2);
});

test("a browser that goes away in the midst of it loses nothing: the link is made", async () => {
  const owner = await connectedOwner();
  const path = `${owner.path}/links/new`;
  const form = formHolding(await owner.http.html(path), 'name="intentId"');
  await owner.account.setFault({ fault: "slow", delayMs: 1_500, endpoint: "create" });
  const body = new FormData();
  for (const [name, value] of form.fields) body.append(name, value);
  body.set("amount", "11.00");
  body.set("description", "Gone away");
  const encoded = new Response(body);
  const bytes = Buffer.from(await encoded.arrayBuffer());
  const request = http.request(`${inject("portal").url}${path}`, {
    method: "POST",
    headers: {
      "content-type": encoded.headers.get("content-type") ?? "",
      "content-length": bytes.length,
      cookie: owner.http
        .browserCookies()
        .map(({ name, value }) => `${name}=${value}`)
        .join("; "),
      origin: inject("portal").url,
    },
  });
  request.on("error", () => {});
  request.end(bytes);
  const history = () => owner.http.html(`${owner.path}/links`);
  await expect.poll(history).toContain("Gone away");
  request.destroy();
  // A sync may have found it upstream meanwhile, and shows it as another until its answer comes.
  const row = new RegExp(`href="(${owner.path}/links/[0-9a-f-]{36})"(?:(?!href=).)*Gone away`, "s");
  const [, made] = row.exec(await history()) ?? [];
  expect(await owner.http.html(made ?? "")).toContain(en.link.sendingTitle);
  await expect
    .poll(() => owner.http.html(made ?? ""), { timeout: 10_000 })
    .toContain(`aria-label="${labels.qrCode}"`);
  expect(await owner.account.links()).toHaveLength(1);
});

test("offline nothing typed is lost and nothing is sent twice", async () => {
  const owner = await connectedOwner();
  const { page, context, expectSilence } = await openBrowserAs(owner.http);
  expectSilence();
  await page.goto(`${owner.path}/links/new`);
  await tapKeys(page, "6");
  await page.getByLabel(labels.description).fill("In the cellar");
  await context.setOffline(true);
  await page.getByText(en.offline.badge).waitFor();
  await createButton(page).tap();
  await page.getByText(en.create.offline).waitFor();
  expect(await page.getByLabel(labels.amount).inputValue()).toBe("6");
  expect(await page.getByLabel(labels.description).inputValue()).toBe("In the cellar");
  await context.setOffline(false);
  expect(await owner.account.links()).toEqual([]);
  await createButton(page).dblclick();
  await qrCode(page).waitFor();
  expect(await owner.account.links()).toHaveLength(1);

  // Kept at once, also where no service worker is in place yet; the next customer's form is empty.
  await page.goto(`${owner.path}/links/new`);
  await page.getByLabel(labels.amount).fill("7");
  await page.getByLabel(labels.description).fill("Upstairs");
  await context.setOffline(true);
  await createButton(page).tap();
  await page.getByRole("button", { name: en.drafts.offer }).tap();
  await page.getByText(en.drafts.kept).waitFor();
  expect(await page.getByLabel(labels.description).inputValue()).toBe("");
  await context.setOffline(false);
  await page.getByText(en.drafts.made).waitFor();
  expect((await owner.account.links()).map(({ amount }) => amount).sort()).toEqual([600, 700]);
});

test("an answer that is lost on its way is told, and pressing again leads to the link that was made", async () => {
  const owner = await connectedOwner();
  const { page, expectSilence } = await openBrowserAs(owner.http);
  expectSilence();
  await page.goto(`${owner.path}/links/new`);
  await page.getByLabel(labels.amount).fill("6.00");
  await page.getByLabel(labels.description).fill("Under the bridge");
  await page.route("**/links/new", async (route) => {
    await route.fetch();
    await route.abort("connectionaborted");
  });
  await createButton(page).tap();
  await page.getByText(en.create.noAnswer).waitFor();
  await page.unroute("**/links/new");
  await createButton(page).tap();
  await qrCode(page).waitFor();
  expect(await owner.account.links()).toHaveLength(1);
});

test.each([{ javaScriptEnabled: true }, { javaScriptEnabled: false }])(
  "one tap on a template makes its link, for each customer anew (scripts: $javaScriptEnabled)",
  async ({ javaScriptEnabled }) => {
    const owner = await connectedOwner();
    await saveLinkTemplate(owner);
    const { page } = await openBrowserAs(owner.http, { javaScriptEnabled });
    if (javaScriptEnabled) await page.clock.install();
    await page.goto(`${owner.path}/links/new`);
    const tap = page.getByRole("button", { name: "Coffee $4.50" });
    // The three seconds in which it can be undone pass at once.
    const pass = async () => {
      if (!javaScriptEnabled) return;
      await page.getByRole("button", { name: en.create.undo, exact: true }).waitFor();
      await page.clock.fastForward(3_600);
    };
    await tap.dblclick();
    await pass();
    await qrCode(page).waitFor();
    const first = page.url();
    expect(await owner.account.links()).toHaveLength(1);
    // The same link again for the next customer: back with the navigation bar, then with the phone's own "back".
    await page.getByRole("link", { name: en.nav.new, exact: true }).click();
    await page.waitForURL(/links\/new$/);
    const used = await getTapIntent(page);
    await tap.tap();
    await pass();
    await page.waitForURL((url) => linkPage.test(url.pathname) && url.href !== first);
    expect(await owner.account.links()).toHaveLength(2);
    if (!javaScriptEnabled) return;
    const second = page.url();
    await page.goBack();
    await expect.poll(() => getTapIntent(page)).not.toBe(used);
    await tap.tap();
    await pass();
    await page.waitForURL((url) => linkPage.test(url.pathname) && url.href !== second);
    expect(await owner.account.links()).toHaveLength(3);
  },
);

test("a template that changed since its button was drawn makes nothing, and says so", async () => {
  const owner = await connectedOwner();
  await saveLinkTemplate(owner);
  const path = `${owner.path}/links/new`;
  const { page } = await openBrowserAs(owner.http);
  await page.goto(path);
  const form = formHolding(await owner.http.html(path), 'name="version"');
  const templateId = new Map(form.fields).get("templateId") ?? "";
  await saveLinkTemplate(owner, { ...coffee, templateId, amount: "5.00" });
  const answer = await owner.http.send(path, form);
  expect(await answer.text()).toContain(en.errors.template_changed);
  await page.getByRole("button", { name: "Coffee $4.50" }).tap();
  await page.getByText(en.errors.template_changed).waitFor();
  expect(await owner.account.links()).toEqual([]);
});

test("a link is saved as a template, changed and removed", async () => {
  const owner = await connectedOwner();
  const made = await makeLink(owner, { amount: "1,234.50", description: "Cake for a birthday" });
  const { page } = await openBrowserAs(owner.http);
  await page.goto(made);
  await page.getByRole("link", { name: en.templates.fromLink }).tap();
  await page.getByRole("button", { name: en.templates.saveNew }).tap();
  await page.getByRole("listitem").filter({ hasText: "$1,234.50" }).waitFor();
  await page.getByText(en.templates.change, { exact: true }).tap();
  const row = page.getByRole("listitem").filter({ hasText: "Cake for a birthday" });
  await row.getByLabel(en.templates.amount).fill("1500");
  await row.getByRole("button", { name: en.templates.save, exact: true }).tap();
  await page.getByText("$1,500.00").waitFor();
  await page.getByText(en.templates.change, { exact: true }).tap();
  await page.getByRole("button", { name: en.templates.remove }).tap();
  await expect.poll(() => page.getByRole("listitem").filter({ hasText: "Cake" }).count()).toBe(0);
});

test("Duplicate and Create link: two taps make the same again", async () => {
  const owner = await connectedOwner();
  const made = await makeLink(owner, { amount: "1,234.50", description: "Once more" });
  const { page } = await openBrowserAs(owner.http);
  await page.goto(made);
  await page.getByRole("link", { name: labels.duplicate }).tap();
  await createButton(page).tap();
  await page.waitForURL((url) => linkPage.test(url.pathname) && !url.pathname.endsWith(made));
  const links = await owner.account.links();
  expect(links.map(({ amount, currency }) => [amount, currency])).toEqual([
    [123_450, "USD"],
    [123_450, "USD"],
  ]);
  // The first key replaces an amount that the form was opened with.
  await page.goto(made);
  await page.getByRole("link", { name: labels.duplicate }).tap();
  await page.waitForURL(/from=/);
  await tapKeys(page, "7", "00");
  expect(await page.getByLabel(labels.amount).inputValue()).toBe("700");
});

test("the home screen's icon opens where the person left off", async () => {
  const { http: newcomer } = await signedUp();
  const follow = async (visitor: typeof newcomer) => (await visitor.request("/")).headers.get("location");
  expect(await follow(newcomer)).toBe("/m");
  const one = await merchantOwner("One");
  expect(await follow(one.http)).toBe(`${one.path}/links/new`);
  const made = await one.http.submit("/m/new", 'name="timeZone"', { name: "Two" });
  const two = (made.headers.get("location") ?? "").replace("/settings/api-keys", "");
  for (const path of [two, one.path, two]) {
    await one.http.html(`${path}/links`);
    expect(await follow(one.http)).toBe(`${path}/links/new`);
  }
  // Another person's merchant is not offered, and a viewer cannot create links.
  const external = await merchantOwner("Strange");
  await one.http.request(`${external.path}/links`);
  expect(await follow(one.http)).toBe("/m");
  const viewer = await teammate(one, "viewer");
  expect(await follow(viewer.http)).toBe(`${one.path}/links`);

  const { page } = await openBrowser();
  await page.goto("/");
  expect(page.url()).toContain("/login?next=%2F");
  const address = (await page.locator("link[rel=manifest]").getAttribute("href")) ?? "";
  const manifest: { start_url: string; icons: { src: string; purpose: string }[] } = await (
    await page.request.get(address)
  ).json();
  expect(manifest.start_url).toBe("/");
  expect(manifest.icons.map(({ purpose }) => purpose)).toContain("maskable");
  for (const { src } of manifest.icons) {
    const icon = await page.request.get(src);
    expect([icon.status(), icon.headers()["content-type"]]).toEqual([200, "image/png"]);
  }
});

/** The intent of the next tap on a template. */
function getTapIntent(page: Page): Promise<string> {
  return page.locator("form[id^=template] [name=intentId]").first().inputValue();
}

/** What a screen reader says after the name. */
async function annotated(element: Locator): Promise<string> {
  const id = await element.getAttribute("aria-describedby");
  return (await seenText(element.page().locator(`#${id}`))).replace(/\s+/g, " ");
}

/** Resolves when what slides or fades has come to rest, or is gone. A spinner turns for ever and is not waited for. */
function animationsEnd(page: Page): Promise<unknown> {
  return page.evaluate(() =>
    Promise.allSettled(
      document
        .getAnimations()
        .filter(({ effect }) => effect?.getComputedTiming().iterations !== Infinity)
        .map(({ finished }) => finished),
    ),
  );
}

/** The positions of the link card and its code. */
async function boxes(linkCard: Locator) {
  return [await linkCard.boundingBox(), await linkCard.locator("svg").last().boundingBox()];
}
