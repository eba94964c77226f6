import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { en } from "@/lib/i18n/messages/en/catalogue";
import { openBrowserAs, type Visitor } from "@/tests/support/browser";
import type { HttpVisitor } from "@/tests/support/http-visitor";
import { connectedOwner, expectRedirect, makeLink, type Person } from "@/tests/support/people";
import { asSuperuser } from "@/tests/support/roles";
import { english as labels } from "./labels";

const keep = (page: Page) => page.getByRole("button", { name: en.drafts.keep });

test("the create page, the history and a link's code open without a network, until somebody signs out", async () => {
  const owner = await connectedOwner();
  const link = await makeLink(owner, { amount: "12.50", description: "Two coffees" });
  const { page, context, expectConsole } = await openWithWorker(owner.http);
  // The router says that it gives way to the browser.
  expectConsole(/Failed to fetch RSC payload/);
  await storeSeen(page, `${owner.path}/links/new`);
  await context.setOffline(true);
  await page.getByRole("link", { name: en.nav.history }).click();
  await page.getByText("Two coffees").click();
  await page.getByRole("img", { name: en.link.qr }).waitFor();
  expect(new URL(page.url()).pathname).toBe(link);
  await page.goto("/");
  await keep(page).waitFor();
  await page.goto("/account");
  await page.getByText(en.offlineShell.noPageTitle).waitFor();

  await page.goto(`${owner.path}/links/new`);
  await makeDraft(page, "Bread");
  // The business is in another mode now, so the draft is not sent as it is.
  expectRedirect(
    await owner.http.submit(`${owner.path}/settings/api-keys`, labels.useSandbox, {}),
    "/links/new",
  );
  await context.setOffline(false);
  await page.goto(`${owner.path}/links`);
  const asked: string[] = [];
  page.on("dialog", (dialog) => {
    asked.push(dialog.message());
    void (asked.length === 1 ? dialog.dismiss() : dialog.accept());
  });
  await page.locator("[data-menu] > summary").click();
  const signOut = page.getByRole("button", { name: en.nav.signOut });
  await signOut.click();
  expect(new URL(page.url()).pathname).toBe(`${owner.path}/links`);
  await signOut.click();
  await page.waitForURL(/\/login$/);
  expect(asked).toEqual([en.unanswered.losesDrafts, en.unanswered.losesDrafts]);
  await expect.poll(() => page.evaluate(countSeen)).toBe(0);
  expect(await page.evaluate(() => Object.keys(localStorage))).toEqual([]);
});

test("fifty drafts become fifty links, whatever is killed and cut meanwhile", {
  timeout: 90_000,
}, async () => {
  const owner = await connectedOwner();
  const { page, context, expectConsole } = await openWithWorker(owner.http);
  // The network goes while the history asks for the links that drafts have become.
  expectConsole(/Failed to fetch RSC payload/);
  await storeSeen(page, `${owner.path}/links/new`);
  await context.setOffline(true);
  await page.goto(`${owner.path}/links/new`);
  // The first two are alike: two customers.
  for (let at = 0; at < 5; at++) await makeDraft(page, `Lunch ${Math.max(at, 1)}`);
  await page.evaluate(copyDrafts, 45);
  await page.close();

  const upstream = async () => (await owner.account.links()).length;
  const [first, second] = [await context.newPage(), await context.newPage()];
  await context.setOffline(false);
  await Promise.all([first, second].map((tab) => tab.goto(`${owner.path}/links`)));
  await expect.poll(upstream, { interval: 20 }).toBeGreaterThan(3);
  await first.close();
  await expect.poll(upstream, { interval: 20 }).toBeGreaterThan(12);
  await context.setOffline(true);
  await context.setOffline(false);
  await expect.poll(upstream, { interval: 20 }).toBeGreaterThan(20);
  await second.close();
  const third = await context.newPage();
  await third.goto("/offline");
  await expect.poll(() => third.getByText(en.drafts.madeOne).count(), { timeout: 30_000 }).toBe(50);
  const made = (await owner.account.links()).map(({ description }) =>
    description.replace(/^(Lunch \d+).*/, "$1"),
  );
  const alike = made.filter((description) => description === "Lunch 1");
  expect([made.length, new Set(made).size, alike.length]).toEqual([50, 49, 2]);
});

test("a browser that keeps nothing says so", async () => {
  const owner = await connectedOwner();
  const { page, expectSilence } = await openBrowserAs(owner.http);
  expectSilence();
  await page.addInitScript(() => {
    IDBFactory.prototype.open = () => {
      throw new Error("no room");
    };
  });
  await page.goto(`${owner.path}/links/new`, { waitUntil: "networkidle" });
  await page.getByLabel(labels.amount, { exact: true }).fill("6.00");
  await page.getByLabel(labels.description).fill("Soup");
  await page.route("**/links/new", (route) => route.abort("connectionaborted"));
  await page.getByRole("button", { name: labels.createLink }).click();
  await page.getByRole("button", { name: en.drafts.offer }).click();
  await page.getByText(en.drafts.notStored).waitFor();
});

test("a draft outlives its session, and nobody else sees what a session has left", async () => {
  const owner = await connectedOwner();
  const other = await connectedOwner("Taller Sol");
  const { page, context, expectStatus } = await openWithWorker(owner.http);
  await storeSeen(page, `${owner.path}/links/new`);
  await page.getByLabel(labels.amount).fill("7.25");
  await page.getByLabel(labels.description).fill("Bread");
  await context.setOffline(true);
  await page.getByRole("button", { name: labels.createLink }).click();
  await page.getByRole("button", { name: en.drafts.offer }).click();
  await keep(page).waitFor();
  await page.goto("/offline");
  await page.getByText("Bread").waitFor();

  await context.clearCookies({ name: /session/ });
  await context.setOffline(false);
  await page.getByText(en.drafts.signedOut).waitFor();
  await expect.poll(() => page.getByText("Bread").count()).toBe(0);
  expect(await page.evaluate(countSeen)).toBe(0);
  await signIn(page, other.person, `${other.path}/links/new`);
  await storeSeen(page, `${other.path}/links/new`);
  await page.goto("/offline");
  await page.getByText(en.drafts.none).waitFor();
  // A business that is no longer theirs leaves nothing behind.
  expectStatus(404);
  await asSuperuser("UPDATE merchants SET disabled_at = now() WHERE slug = $1", [other.slug]);
  await page.goto(`${other.path}/links`);
  await expect.poll(() => page.evaluate(countSeen)).toBe(0);

  await context.clearCookies({ name: /session/ });
  expect(await owner.account.links()).toEqual([]);

  await signIn(page, owner.person, `${owner.path}/links`);
  await page.getByText(en.drafts.made).waitFor();
  expect((await owner.account.links()).map(({ amount }) => amount)).toEqual([725]);
});

async function openWithWorker(http: HttpVisitor): Promise<Visitor> {
  const visitor = await openBrowserAs(http, { serviceWorkers: "allow" });
  visitor.expectSilence();
  visitor.expectStatus(401);
  return visitor;
}

/** Opens a page and waits until it has stored what is shown without a network. */
async function storeSeen(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await expect.poll(() => page.evaluate(countSeen), { timeout: 15_000 }).toBe(1);
}

function countSeen(): Promise<number> {
  return new Promise((resolve) => {
    const request = indexedDB.open("cobro-offline");
    // Not there yet: the page itself makes it.
    request.onupgradeneeded = () => request.transaction?.abort();
    request.onerror = () => resolve(0);
    request.onsuccess = () => {
      const count = request.result.transaction("seen").objectStore("seen").count();
      count.onsuccess = () => {
        request.result.close();
        resolve(count.result);
      };
    };
  });
}

/** As if the last draft had been made so many times more, each with another description. */
function copyDrafts(count: number): Promise<void> {
  return new Promise((resolve) => {
    const request = indexedDB.open("cobro-offline");
    request.onsuccess = () => {
      const transaction = request.result.transaction("drafts", "readwrite");
      const drafts = transaction.objectStore("drafts");
      const all = drafts.getAll();
      all.onsuccess = () => {
        const last = all.result.at(-1);
        for (let at = 0; at < count; at++) {
          const description = `Lunch ${100 + at}`;
          const [id, intentId] = [crypto.randomUUID(), crypto.randomUUID()];
          drafts.add({
            ...last,
            ...{ id, intentId, fields: { ...last.fields, description }, link: { ...last.link, description } },
          });
        }
      };
      transaction.oncomplete = () => {
        request.result.close();
        resolve();
      };
    };
  });
}

async function makeDraft(page: Page, description: string): Promise<void> {
  await page.getByLabel(labels.amount).fill("12.50");
  await page.getByLabel(labels.description).fill(description);
  await keep(page).click();
  // The next one's form is empty.
  await expect.poll(() => page.getByLabel(labels.description).inputValue(), { interval: 10 }).toBe("");
}

async function signIn(page: Page, { email, password }: Person, path: string): Promise<void> {
  await page.goto(`/login?next=${encodeURIComponent(path)}`);
  await page.getByLabel(labels.email).fill(email);
  await page.getByLabel(labels.password).fill(password);
  await page.getByRole("button", { name: labels.signIn }).click();
  await page.waitForURL((url) => url.pathname === path);
}
