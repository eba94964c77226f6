import type { Locator, Page } from "playwright-core";
import { expect, inject, onTestFinished, test } from "vitest";
import { en } from "@/lib/i18n/messages/en/catalogue";
import { openBrowser, openBrowserAs } from "@/tests/support/browser";
import { connectedOwner, makeLink, type Owner } from "@/tests/support/people";
import { startPortal } from "@/tests/support/start-portal";

// The forms of the inbox, of keys, of the logo, of a link and others, when the connection breaks: each
// says so, and keeps what was typed. `no-answer.test.ts` has all other forms and all other faults.

type Case = { path: string; name: string; fill?: Record<string, string> };

test("each of these forms says that no answer came, and keeps what was typed over a reload", async () => {
  const owner = await connectedOwner();
  const { compare, linkId, candidateId, externalId } = await unconfirmed(owner);
  await owner.http.submit(`${owner.path}/settings/api-keys`, en.apiKeys.sandbox, {});
  const { page, expectSilence } = await openBrowserAs(owner.http);
  expectSilence();
  const inbox = `${owner.path}/inbox`;
  const keys = `${owner.path}/settings/api-keys`;
  const fill = { amount: "72.50", description: "Lunch at the corner" };
  const cases: Case[] = [
    { path: inbox, name: `annotate-${externalId}`, fill },
    { path: compare, name: `annotate-${candidateId}`, fill },
    { path: compare, name: `match-${linkId}-${candidateId}` },
    { path: inbox, name: `dismiss-${externalId}` },
    { path: inbox, name: `again-${linkId}` },
    { path: keys, name: "use-test" },
    { path: keys, name: "disconnect-test" },
    { path: keys, name: "disconnect-sandbox" },
    { path: `${owner.path}/settings/general`, name: "logo" },
  ];
  for (const one of cases) await expectKept(page, one);
  expect(await owner.account.links()).toHaveLength(3);
});

test("so do the forms of a link, of what is pasted, of a customer and of a PIN", async () => {
  const owner = await connectedOwner();
  const link = await makeLink(owner, { amount: "2.00", description: "Two coffees" });
  const links = `${owner.path}/links`;
  const settings = `${owner.path}/settings`;
  const { page, expectSilence } = await openBrowserAs(owner.http);
  expectSilence();
  for (const one of [
    { path: link, name: "notes", fill: { note: "Paid in two parts", customerName: "María" } },
    { path: link, name: "cancel" },
    {
      path: `${links}/selected?link=${link.split("/").at(-1)}`,
      name: "tag",
      fill: { tags: "wedding, table 4" },
    },
    { path: `${links}/paid`, name: "find-paid", fill: { pasted: "what the console shows" } },
    { path: `${owner.path}/bulk`, name: "table", fill: { pasted: "Lunch\t12.50" } },
    { path: `${settings}/customers`, name: "customer", fill: { phone: "8765 4321" } },
    { path: `${settings}/pin`, name: "pin" },
  ])
    await expectKept(page, one);
});

test("taking back a match says so too, and the next press takes it back", async () => {
  const owner = await connectedOwner();
  const { compare, linkId } = await unconfirmed(owner);
  const linkPath = `${owner.path}/links/${linkId}`;
  await owner.http.submit(compare, 'name="amountMinor"', {});
  const { page, expectSilence } = await openBrowserAs(owner.http);
  expectSilence();
  await page.goto(linkPath);
  // The form arrives, and its answer is lost.
  await page.route("**/*", async (route) => {
    if (route.request().method() !== "POST") return route.fallback();
    await route.fetch();
    await route.abort("connectionaborted");
  });
  await press(form(page, "undo-match"));
  await form(page, "undo-match").getByRole("alert").filter({ hasText: en.unanswered.noAnswer }).waitFor();
  await page.unroute("**/*");
  await press(form(page, "undo-match"));
  await page.getByText(en.link.unknownTitle).waitFor();
});

test("the form for a lost password keeps the address", async () => {
  const mail = { SMTP_URL: "smtp://127.0.0.1:9", MAIL_FROM: "cobro@example.com" };
  const { settings, logFile } = inject("portal");
  const portal = await startPortal({ ...settings, ...mail }, logFile);
  onTestFinished(portal.stop);
  const { page, expectSilence } = await openBrowser({ baseURL: portal.url });
  expectSilence();
  await expectKept(page, { path: "/forgot-password", name: "forgot", fill: { email: "ana@example.com" } });
});

async function expectKept(page: Page, { path, name, fill = {} }: Case): Promise<void> {
  await page.goto(path);
  await openFolded(page);
  for (const [field, value] of Object.entries(fill))
    await form(page, name).locator(`[name="${field}"]`).fill(value);
  await page.route("**/*", (route) =>
    route.request().method() === "POST" ? route.abort("connectionaborted") : route.fallback(),
  );
  await press(form(page, name));
  const alert = form(page, name).getByRole("alert");
  await alert.filter({ hasText: en.unanswered.noAnswer }).waitFor();
  await page.unroute("**/*");
  await expectFilled(page, name, fill);
  if (Object.keys(fill).length === 0) return;
  await page.reload();
  await alert.filter({ hasText: en.unanswered.restored }).waitFor();
  await expectFilled(page, name, fill);
}

async function expectFilled(page: Page, name: string, fill: Record<string, string>): Promise<void> {
  for (const [field, value] of Object.entries(fill)) {
    const control = form(page, name).locator(`[name="${field}"]`);
    await expect.poll(() => control.inputValue(), { message: `${name}: ${field}` }).toBe(value);
  }
}

const form = (page: Page, name: string) => page.locator(`form[data-draft="${name}"]`);

async function press(of: Locator): Promise<void> {
  await openFolded(of.page());
  await of.locator("button[type=submit]").first().click();
}

async function openFolded(page: Page): Promise<void> {
  await page.locator("main details:not([open]) > summary").evaluateAll((all) => {
    for (const summary of all) if (summary instanceof HTMLElement) summary.click();
  });
}

/** An external link, then an unconfirmed link with a candidate that was opened. */
async function unconfirmed(owner: Owner & Awaited<ReturnType<typeof connectedOwner>>) {
  const { http, path, account } = owner;
  const inbox = `${path}/inbox`;
  const check = () => http.submit(inbox, en.inbox.checkNow, {});
  const find = async (pattern: RegExp, text: string) => {
    // The worker's turn comes late where other tests keep the processors busy.
    await expect.poll(() => http.html(inbox), { timeout: 40_000 }).toMatch(pattern);
    return pattern.exec(await http.html(inbox))?.[1] ?? text;
  };
  await makeLink(owner, { amount: "1.00", description: "The first one" });
  await check();
  await find(new RegExp(`(${en.inbox.lastComplete.split("{")[0]?.trim()})`), "");
  await account.seed(1);
  await check();
  const externalId = await find(/data-draft="annotate-([0-9a-f-]{36})"/, "");
  await account.setFault({ fault: "reset_after", endpoint: "create" });
  await makeLink(owner, { amount: "89.00", description: "Lunch for two" });
  await check();
  const compare = await find(/href="([^"]*\/inbox\/[0-9a-f-]{36}\/[0-9a-f-]{36})"/, "");
  await http.request(`${compare}/open`);
  const [candidateId = "", linkId = ""] = compare.split("/").reverse();
  return { compare, linkId, candidateId, externalId };
}
