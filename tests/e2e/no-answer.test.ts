import type { Locator, Page, Route } from "playwright-core";
import { expect, test } from "vitest";
import { en } from "@/lib/i18n/messages/en/catalogue";
import { openBrowser, openBrowserAs, type Visitor } from "@/tests/support/browser";
import {
  connectedOwner,
  expectRedirect,
  newPerson,
  nobody,
  type Owner,
  signedUp,
} from "@/tests/support/people";
import { english as labels } from "./labels";

/** A form and what is typed into it, by the names of its fields: text, or an option's value. */
type Case = { path: string; name: string; fill: Record<string, string>; isSecret?: true };

const publicForms: Case[] = [
  { path: "/login", name: "sign-in", fill: { email: "ana@example.com", password: "correct horse" } },
  { path: "/signup", name: "sign-up", fill: { name: "Ana", email: "a@example.com", password: "horse" } },
  { path: "/login", name: "language", fill: {} },
];

function listForms({ path }: Owner, template: string, userId: string): Case[] {
  const settings = `${path}/settings`;
  const content = { amount: "12.50", currency: "CRC", description: "Two coffees" };
  return [
    { path: "/m/new", name: "new-merchant", fill: { name: "Café Sol", defaultCurrency: "CRC" } },
    { path: `${path}/links/new`, name: "new-link", fill: content },
    { path: `${settings}/general`, name: "settings", fill: { name: "Café Sol", language2: "pt" } },
    { path: `${settings}/general`, name: "disable", fill: { confirmation: "somewhere-else" } },
    { path: `${settings}/templates`, name: "template", fill: { ...content, name: "Coffee" } },
    { path: `${settings}/templates`, name: `template-${template}`, fill: { ...content, name: "Tea" } },
    { path: `${settings}/templates`, name: `delete-${template}`, fill: {} },
    { path: `${settings}/team`, name: "invite", fill: { email: "eva@example.com", role: "viewer" } },
    { path: `${settings}/team`, name: `role-${userId}`, fill: { role: "viewer" } },
    { path: `${settings}/team`, name: `remove-${userId}`, fill: {} },
    { path: `${settings}/team`, name: "transfer-ownership", fill: { userId } },
    { path: `${settings}/api-keys`, name: "connect-key", fill: { apiKey: "sk_test_1234" }, isSecret: true },
    { path: `${settings}/api-keys`, name: "sandbox", fill: {} },
    { path: `${path}/inbox`, name: "sync", fill: {} },
    { path: "/account", name: "language", fill: {} },
    { path: "/account", name: "sign-out", fill: {} },
  ];
}

const html = (status: number) => (route: Route) =>
  route.fulfill({ status, contentType: "text/html", body: "<html><body>Welcome to the hotel</body></html>" });

const fromAnotherVersion = (route: Route) =>
  route.continue({ headers: { ...route.request().headers(), "next-action": "0".repeat(42) } });

const faults: {
  title: string;
  sentence: keyof typeof en.unanswered;
  answer: (route: Route) => Promise<void>;
}[] = [
  { title: "is cut", sentence: "noAnswer", answer: (route) => route.abort("connectionaborted") },
  { title: "ends in a network's own page", sentence: "otherAnswer", answer: html(200) },
  ...[409, 413, 502, 503, 504].map((status) => ({
    title: `ends in a proxy's ${status}`,
    sentence: "otherAnswer" as const,
    answer: html(status),
  })),
  {
    title: "comes from a page of another version",
    sentence: "stalePage",
    answer: fromAnotherVersion,
  },
];

/** All forms read an answer in the same way, so that every status is tried with the forms that people use most. */
const triedEverywhere = new Set(["sign-in", "new-link"]);
const oneOfEachKind = faults.filter(({ title }) => !/(?:409|413|503|504)$/.test(title));

test.each([
  { visitors: "signed out", isSignedIn: false },
  { visitors: "signed in", isSignedIn: true },
])(
  "every form of a page $visitors says why it got no answer and keeps what was typed",
  {
    timeout: 240_000,
  },
  async ({ isSignedIn }) => {
    const { owner, template, userId } = await ownerWithTeam();
    const visitor = isSignedIn ? await openBrowserAs(owner.http) : await openBrowser();
    visitor.expectStatus(404, 409, 413, 502, 503, 504);
    visitor.expectSilence();
    const { page } = visitor;
    for (const form of isSignedIn ? listForms(owner, template, userId) : publicForms) {
      await fillIn(page, form);
      for (const { title, sentence, answer } of triedEverywhere.has(form.name) ? faults : oneOfEachKind) {
        const what = `${form.name}, whose answer ${title}`;
        const stop = await answerForms(page, answer);
        await press(formIn(page, form));
        const alert = formIn(page, form).getByRole("alert");
        // A press takes the focus to its button. The message has it again once the answer has been read.
        await expect
          .poll(() => alert.evaluate((element) => element === document.activeElement), { message: what })
          .toBe(true);
        const own = form.name === "new-link" && sentence === "noAnswer" ? en.create.noAnswer : undefined;
        await expect.poll(() => alert.textContent(), { message: what }).toBe(own ?? en.unanswered[sentence]);
        await expectFilled(page, form, form.fill);
        await stop();
      }
    }
  },
);

test("what a page of another version could not send is there again after it was loaded anew, but for secrets", async () => {
  const { owner, template, userId } = await ownerWithTeam();
  const visitor = await openBrowserAs(owner.http);
  visitor.expectStatus(404, 409);
  const { page } = visitor;
  for (const form of listForms(owner, template, userId)) {
    if (Object.keys(form.fill).length === 0 || form.isSecret) continue;
    await fillIn(page, form);
    const stop = await answerForms(page, fromAnotherVersion);
    await press(formIn(page, form));
    await formIn(page, form).getByRole("button", { name: en.unanswered.reload }).click();
    await stop();
    // If the form is folded away, it is opened.
    await formIn(page, form).getByRole("alert").filter({ hasText: en.unanswered.restored }).waitFor();
    await expectFilled(page, form, form.fill);
  }
});

test("a form sent after the session ended is there again once the same person has signed in", async () => {
  const { owner, template, userId } = await ownerWithTeam();
  const visitor = await openBrowserAs(owner.http);
  const { page } = visitor;
  for (const form of listForms(owner, template, userId).filter(
    ({ name }) => !["language", "sign-out"].includes(name),
  )) {
    await fillIn(page, form);
    await endSession(visitor);
    await press(formIn(page, form));
    await signIn(page, owner.person);
    await page.waitForURL((url) => url.pathname === form.path);
    await openFolded(page);
    await expectFilled(page, form, form.isSecret ? { apiKey: "" } : form.fill);
    expect(await formIn(page, form).getByRole("alert").textContent(), form.name).toBe(
      en.unanswered.signedOut,
    );
    expect(await page.evaluate(() => JSON.stringify(sessionStorage))).not.toContain("sk_test_1234");
  }
});

test("what was typed beside a button that led to the sign-in page is there again too", async () => {
  const { owner, userId } = await ownerWithTeam();
  const visitor = await openBrowserAs(owner.http);
  const { page } = visitor;
  const path = `${owner.path}/settings/team`;
  const typed: Case = { path, name: "invite", fill: { email: "eva@example.com" } };
  await fillIn(page, typed);
  await endSession(visitor);
  await press(formIn(page, { path, name: `remove-${userId}`, fill: {} }));
  await signIn(page, owner.person);
  await page.waitForURL((url) => url.pathname === path);
  await expectFilled(page, typed, typed.fill);
});

test("who signs in after somebody else does not find what they typed", async () => {
  const { owner } = await ownerWithTeam();
  const { person: other } = await signedUp();
  const visitor = await openBrowserAs(owner.http);
  const { page } = visitor;
  const form: Case = { path: "/m/new", name: "new-merchant", fill: { name: "Café Sol" } };
  await fillIn(page, form);
  await endSession(visitor);
  await press(formIn(page, form));
  await signIn(page, other);
  await page.waitForURL((url) => url.pathname === form.path);
  await expectFilled(page, form, { name: "" });
  await expect.poll(() => page.evaluate(() => JSON.stringify(sessionStorage))).not.toContain("Café Sol");
});

test("signing out takes it along", async () => {
  const { owner } = await ownerWithTeam();
  const visitor = await openBrowserAs(owner.http);
  visitor.expectSilence();
  const { page } = visitor;
  await fillIn(page, {
    path: `${owner.path}/links/new`,
    name: "new-link",
    fill: { description: "Two coffees" },
  });
  const stop = await answerForms(page, (route) => route.abort("connectionaborted"));
  await press(page.locator('form[data-draft="new-link"]'));
  await page.getByRole("alert").filter({ hasText: en.create.noAnswer }).waitFor();
  await stop();
  await page.goto("/account");
  expect(await page.evaluate(() => JSON.stringify(sessionStorage))).toContain("Two coffees");
  await press(page.locator('form[data-draft="sign-out"]'));
  await page.waitForURL(/\/login$/);
  expect(await page.evaluate(() => JSON.stringify(sessionStorage))).not.toContain("Two coffees");
});

async function ownerWithTeam() {
  const owner = await connectedOwner();
  const template = { name: "Water", amount: "1", currency: "USD", description: "A bottle of water" };
  const templates = `${owner.path}/settings/templates`;
  await owner.http.submit(templates, 'name="templateId"', template);
  const [, id = ""] = /name="templateId" value="([\w-]{36})"/.exec(await owner.http.html(templates)) ?? [];
  const team = `${owner.path}/settings/team`;
  const eva = newPerson("Eva Mora");
  const shown = await (
    await owner.http.submit(team, 'type="email"', { email: eva.email, role: "cashier" })
  ).text();
  const [, invite = ""] = /(\/invite\/[\w-]{43})/.exec(shown) ?? [];
  expectRedirect(await nobody().submit(invite, 'name="password"', eva), owner.path);
  const [, userId = ""] = /<option[^>]*value="([\w-]{36})"/.exec(await owner.http.html(team)) ?? [];
  return { owner, template: id, userId };
}

/** Answers only the submissions of forms, instead of the portal. */
async function answerForms(
  page: Page,
  answer: (route: Route) => Promise<void>,
): Promise<() => Promise<void>> {
  await page.route("**/*", (route) =>
    route.request().method() === "POST" ? answer(route) : route.fallback(),
  );
  return () => page.unroute("**/*");
}

async function fillIn(page: Page, form: Case): Promise<void> {
  await page.goto(form.path);
  await openFolded(page);
  for (const [name, value] of Object.entries(form.fill)) {
    const control = formIn(page, form).locator(`[name="${name}"]`);
    if (await control.evaluate((element) => element instanceof HTMLSelectElement))
      await control.selectOption(value);
    else await control.fill(value);
  }
}

async function expectFilled(page: Page, form: Case, values: Record<string, string>): Promise<void> {
  for (const [name, value] of Object.entries(values)) {
    const control = formIn(page, form).locator(`[name="${name}"]`);
    await expect.poll(() => control.inputValue(), { message: `${form.name}: ${name}` }).toBe(value);
  }
}

function formIn(page: Page, { name }: Case): Locator {
  return page.locator(`form[data-draft="${name}"]`);
}

/** Presses the form's own first submit button. Templates have buttons in the same place, which send forms of their own. */
async function press(form: Locator): Promise<void> {
  await openFolded(form.page());
  await form.locator("button[type=submit]:not([form])").first().click();
}

/** Opens what is folded away, as a person would. */
async function openFolded(page: Page): Promise<void> {
  // The page may open some itself meanwhile; a click would close those again.
  await page.locator("main details > summary").evaluateAll((all) => {
    for (const summary of all)
      if (summary instanceof HTMLElement && !summary.closest("details")?.open) summary.click();
  });
}

async function endSession({ context }: Visitor): Promise<void> {
  await context.clearCookies({ name: /session/ });
}

async function signIn(page: Page, { email, password }: { email: string; password: string }): Promise<void> {
  await page.waitForURL(/\/login\?next=/);
  await page.getByLabel(labels.email).fill(email);
  await page.getByLabel(labels.password).fill(password);
  await page.getByRole("button", { name: labels.signIn }).click();
}
