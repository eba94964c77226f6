import { expect, inject, onTestFinished, test } from "vitest";
import { en } from "@/lib/i18n/messages/en/catalogue";
import { openBrowserAs } from "@/tests/support/browser";
import { connectedOwner } from "@/tests/support/people";
import { startPlainProxy } from "@/tests/support/plain-proxy";
import { english as labels } from "./labels";

test("a new version waits until it is asked for, and a service worker that is taken back goes", async () => {
  const { url } = inject("portal");
  const front = await startPlainProxy(false);
  onTestFinished(front.close);
  front.passTo(url);
  const owner = await connectedOwner();
  const baseURL = front.url;
  const { page, expectStatus } = await openBrowserAs(owner.http.at(baseURL), {
    ...{ baseURL, serviceWorkers: "allow" },
  });
  const caches = () => page.evaluate(() => window.caches.keys());
  await page.goto(`${owner.path}/links/new`);
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
  const [first = ""] = await caches();

  const script = await (await fetch(`${url}/sw.js`)).text();
  const newer = script.replace(first.replace("cobro-shell-", ""), "newer");
  front.answer("/sw.js", { status: 200, type: "text/javascript", body: newer });
  await page.reload();
  await page.getByLabel(labels.amount).fill("7.25");
  await page.getByLabel(labels.description).fill("Bread");
  const update = page.getByRole("button", { name: en.drafts.update });
  await update.waitFor();
  // Both are there, and the page goes on with its own.
  expect((await caches()).sort()).toEqual([first, "cobro-shell-newer"].sort());
  await update.click();
  await page.getByText(en.unanswered.updated).waitFor();
  expect(await page.getByLabel(labels.amount).inputValue()).toBe("7.25");
  expect(await page.getByLabel(labels.description).inputValue()).toBe("Bread");
  await expect.poll(caches).toEqual(["cobro-shell-newer"]);

  expectStatus(410);
  front.answer("/sw.js", { status: 410, type: "text/javascript", body: "" });
  await page.reload();
  const workers = () => page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length);
  await expect.poll(workers).toBe(0);
  await expect.poll(caches).toEqual([]);
  expect(await page.getByLabel(labels.description).inputValue()).toBe("Bread");
});
