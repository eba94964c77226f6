import { expect, inject, test } from "vitest";
import { en } from "@/lib/i18n/messages/en/catalogue";
import { openBrowserAs, seenText } from "@/tests/support/browser";
import { formHolding } from "@/tests/support/http-visitor";
import { connectedOwner, expectRedirect, signedUp } from "@/tests/support/people";
import { english as labels } from "./labels";

const intent = 'name="intentId"';

test("the same form sent twenty times at once makes one link, and every answer leads to it", async () => {
  const { http, path, account } = await connectedOwner();
  const page = `${path}/links/new`;
  const form = formHolding(await http.html(page), intent);
  const typed = { amount: "12.50", description: "Pressed in a hurry" };
  // Upstream is slow, so that all of them arrive while the first is still being sent.
  await account.setFault({ fault: "slow", delayMs: 300, endpoint: "create" });
  const answers = await Promise.all(Array.from({ length: 20 }, () => http.send(page, form, typed)));
  const places = new Set(answers.map((answer) => expectRedirect(answer, `${path}/links/`)));
  expect(places.size).toBe(1);
  expect(await account.links()).toHaveLength(1);
  const [linkPage = ""] = places;
  // The early ones were shown a link that was still being created.
  await expect.poll(() => http.html(linkPage)).toContain(`aria-label="${labels.qrCode}"`);
});

test("a form that made a link already, sent with other details, is refused once and then makes one more", async () => {
  const { http, path, account } = await connectedOwner();
  const page = `${path}/links/new`;
  const form = formHolding(await http.html(page), intent);
  const first = { amount: "12.50", description: "First details" };
  const linkPage = expectRedirect(await http.send(page, form, first), `${path}/links/`);

  for (const [index, change] of [
    { amount: "13.00" },
    { description: "Other details" },
    { currency: "EUR" },
  ].entries()) {
    const typed = { ...first, currency: "USD", ...change };
    const refusal = await http.send(page, form, typed);
    expect(refusal.status).toBe(200);
    const html = await refusal.text();
    expect(html).toContain(en.errors.intent_reused);
    expect(html).toContain(`href="${linkPage}"`);
    expect(await account.links()).toHaveLength(1 + index);
    const kept = Object.fromEntries(formHolding(html, intent).fields);
    expect(kept).toMatchObject(typed);

    const again = expectRedirect(await http.send(page, formHolding(html, intent)), `${path}/links/`);
    expect(again).not.toBe(linkPage);
    expect(await account.links()).toHaveLength(2 + index);
  }
});

test("two tabs with a form each make a link each", async () => {
  const { http, path, account } = await connectedOwner();
  const page = `${path}/links/new`;
  const forms = await Promise.all([http.html(page), http.html(page)]);
  const places = await Promise.all(
    forms.map(async (html, index) =>
      expectRedirect(
        await http.send(page, formHolding(html, intent), { amount: "1.50", description: `Tab ${index}` }),
        `${path}/links/`,
      ),
    ),
  );
  expect(new Set(places).size).toBe(2);
  expect(await account.links()).toHaveLength(2);
});

test.each([{ javaScriptEnabled: true }, { javaScriptEnabled: false }])(
  "going back and pressing again makes no second link (scripts: $javaScriptEnabled)",
  async ({ javaScriptEnabled }) => {
    const { http, path, account } = await connectedOwner();
    const { page } = await openBrowserAs(http, { javaScriptEnabled });
    await page.goto(`${path}/links/new`);
    await page.getByLabel(labels.amount).fill("12.50");
    await page.getByLabel(labels.description).fill("Pressed twice");
    await page.getByRole("button", { name: labels.createLink }).dblclick();
    // The second press cancels the navigation of the first, which `waitForURL` would report as an error.
    await expect.poll(() => page.url()).toMatch(/\/links\/[0-9a-f-]{36}$/);
    await page.getByRole("img", { name: labels.qrCode }).waitFor();
    const linkPage = page.url();
    expect(await account.links()).toHaveLength(1);

    await page.goBack();
    await page.getByRole("button", { name: labels.createLink }).waitFor();
    const typed = await page.getByLabel(labels.amount).inputValue();
    if (typed !== "") {
      // The browser has kept the form as it was submitted: it is the same create request.
      await page.getByRole("button", { name: labels.createLink }).click();
      await page.waitForURL(linkPage);
    }
    await page.reload();
    expect(await account.links()).toHaveLength(1);
  },
);

test("reloading the answer to a refused form sends it again and makes nothing", async () => {
  const { http, path, account } = await connectedOwner();
  const { page } = await openBrowserAs(http, { javaScriptEnabled: false });
  await page.goto(`${path}/links/new`);
  await page.getByLabel(labels.description).fill("No amount");
  await page.getByRole("button", { name: labels.createLink }).click();
  await page.locator("[aria-invalid=true]").waitFor();
  await page.reload();
  expect(await seenText(page.locator("main"))).toContain(en.errors.amount_empty);
  expect(await account.links()).toEqual([]);
});

test("an intent is a merchant's own: another merchant's form with the same one makes its own link", async () => {
  const [one, other] = [await connectedOwner("One"), await connectedOwner("Other")];
  const intentId = crypto.randomUUID();
  const typed = { intentId, amount: "12.50", description: "The same create request" };
  for (const { http, path, account } of [one, other]) {
    const page = `${path}/links/new`;
    const form = formHolding(await http.html(page), intent);
    expectRedirect(await http.send(page, form, typed), `${path}/links/`);
    expect(await account.links()).toHaveLength(1);
  }
});

test("signing up twice at once makes one account", async () => {
  const { http, person } = await signedUp();
  const form = formHolding(await (await fetch(`${inject("portal").url}/signup`)).text(), 'name="password"');
  const again = { ...person, email: `twice-${person.email}` };
  const answers = await Promise.all(
    Array.from({ length: 5 }, () => http.copy().send("/signup", form, again)),
  );
  expect(answers.filter(({ status }) => status === 303)).toHaveLength(1);
  for (const answer of answers) {
    if (answer.status !== 303) expect(await answer.text()).toContain(en.errors.email_taken);
  }
});
