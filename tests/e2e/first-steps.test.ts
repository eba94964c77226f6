import { expect, test } from "vitest";
import { en } from "@/lib/i18n/messages/en/catalogue";
import { es } from "@/lib/i18n/messages/es/catalogue";
import { openBrowser, openBrowserAs } from "@/tests/support/browser";
import {
  connectedOwner,
  expectRedirect,
  makeLink,
  merchantOwner,
  nobody,
  signedUp,
} from "@/tests/support/people";
import { english as labels } from "./labels";

test.each([
  ["en-US", en.app.what],
  ["es-CR", es.app.what],
])("in %s, the pages for signing in and up say what Cobro is", async (locale, sentence) => {
  for (const page of ["/login", "/signup"]) {
    expect(await nobody().html(page, { "accept-language": locale })).toContain(sentence);
  }
});

test("a person with one business never sees a list of one", async () => {
  const { person, path, http } = await merchantOwner("Café Luna");
  const { page, context } = await openBrowser();
  await page.goto("/login");
  await page.getByLabel(labels.email).fill(person.email);
  await page.getByLabel(labels.password).fill(person.password);
  await page.getByRole("button", { name: labels.signIn }).click();
  await page.waitForURL(`**${path}/links/new`);
  // Signed in already, or sent to the list: to the same place.
  for (const address of ["/login", "/signup", "/m"]) {
    await page.goto(address);
    expect(new URL(page.url()).pathname, address).toBe(`${path}/links/new`);
  }
  await page.locator("summary", { hasText: "Café Luna" }).click();
  expect(await page.getByRole("link", { name: en.nav.switch }).count()).toBe(0);
  await page.getByRole("link", { name: en.nav.create }).click();
  await page.waitForURL("**/m/new");
  await context.close();

  const elsewhere = nobody();
  expect(expectRedirect(await elsewhere.submit("/login", 'name="password"', person), "/m")).toBe(path);
  expect((await http.request("/m")).headers.get("location")).toBe(path);
});

test("with a second business there is a choice again, and so there is with one to restore", async () => {
  const owner = await merchantOwner("Café Luna");
  const second = await owner.http.submit("/m/new", 'name="timeZone"', { name: "Café Sol" });
  const sol = expectRedirect(second, "/settings/api-keys").replace("/settings/api-keys", "");
  const sees = async () => {
    const html = await owner.http.html("/m");
    return ["Café Luna", "Café Sol"].filter((name) => html.includes(name));
  };
  expect(await sees()).toEqual(["Café Luna", "Café Sol"]);
  expect(await owner.http.html(`${owner.path}/links`)).toContain(en.nav.switch);
  const signedIn = await nobody().submit("/login", 'name="password"', owner.person);
  expect(expectRedirect(signedIn, "/m")).toBe("/m");

  const slug = sol.replace("/m/", "");
  const general = `${sol}/settings/general`;
  expectRedirect(await owner.http.submit(general, 'value="disable"', { confirmation: slug }), "/m");
  expect(await sees()).toEqual(["Café Luna", "Café Sol"]);
  expect(await owner.http.html(`${owner.path}/links`)).toContain(en.nav.switch);
  // Work goes on where there is only one to work in.
  const again = await nobody().submit("/login", 'name="password"', owner.person);
  expect(expectRedirect(again, "/m")).toBe(owner.path);
});

test("a person without a business creates one, and is not asked to choose", async () => {
  const { person } = await signedUp();
  const http = nobody();
  expectRedirect(await http.submit("/login", 'name="password"', person), "/m");
  expect((await http.request("/m")).headers.get("location")).toBe("/m/new");
});

test("currencies have names in the reader's language, and the used ones come first", async () => {
  const owner = await connectedOwner();
  await makeLink(owner, { amount: "4.50", description: "Coffee" });
  await owner.http.submit(`${owner.path}/links/new`, 'name="intentId"', {
    ...{ amount: "7.00", description: "Tea", currency: "PEN" },
  });
  const { page, context } = await openBrowserAs(owner.http);
  const usual = "USD US Dollar";
  for (const [address, select, first] of [
    ["/links/new", "#currency", [usual, "PEN Peruvian Sol"]],
    ["/links", "select[name=currency]", ["Any", usual, "PEN Peruvian Sol"]],
    ["/settings/templates", "#currency", [usual, "PEN Peruvian Sol"]],
    ["/settings/general", "[name=defaultCurrency]", [usual, "PEN Peruvian Sol"]],
    ["/m/new", "[name=defaultCurrency]", []],
  ] as const) {
    await page.goto(address === "/m/new" ? address : owner.path + address);
    // All others are there once the list is opened, and were not sent with the page.
    if (address === "/links") {
      expect(await page.locator(`${select} option`).count()).toBeLessThan(10);
      await page.getByText(en.history.filters, { exact: true }).click();
      await expect.poll(() => page.locator(`${select} option`).count()).toBeGreaterThan(120);
    }
    const names = await page.locator(`${select} option`).allTextContents();
    const read = names.slice(0, first.length).map((name) => name.replace(/\s+/g, " "));
    expect([address, ...read]).toEqual([address, ...first]);
    expect(names.length).toBeGreaterThan(120);
  }
  await context.close();
  const spanish = await owner.http.html(`${owner.path}/links/new`, { "accept-language": "es-CR" });
  expect(spanish).toMatch(/USD\s+dólar estadounidense/);
});
