import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { en } from "@/lib/i18n/messages/en/catalogue";
import { openBrowserAs, seenText } from "@/tests/support/browser";
import { desk, phone } from "@/tests/support/devices";
import { connectedOwner, makeLink } from "@/tests/support/people";
import { english as labels } from "./labels";

/**
 * Does what a browser's translation does: it replaces each text by another one inside two new elements, also texts that
 * appear later. Amounts and codes are marked as not to be translated, but some translators ignore that, as this does.
 */
async function translate(page: Page): Promise<void> {
  await page.evaluate(() => {
    const isOwn = (node: Node) => node.parentElement?.closest("font, script, style, textarea") != null;
    function wrapAll(root: Node) {
      const texts: Node[] = [];
      const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) texts.push(node);
      for (const text of texts) {
        if (isOwn(text) || !text.textContent?.trim()) continue;
        if (text.parentElement?.tagName === "OPTION") {
          if (text.textContent !== "POLICIAL") text.parentElement.textContent = "POLICIAL";
          continue;
        }
        const outer = document.createElement("font");
        const inner = document.createElement("font");
        inner.textContent = text.textContent;
        outer.append(inner);
        text.parentNode?.replaceChild(outer, text);
      }
    }
    wrapAll(document.body);
    new MutationObserver((changes) => {
      for (const { addedNodes, target } of changes) {
        for (const node of addedNodes) if (node.parentNode) wrapAll(node.nodeType === 3 ? target : node);
      }
    }).observe(document.body, { childList: true, subtree: true });
  });
}

test.each([
  ["a phone", phone],
  ["a desk", desk],
])(
  "on %s a translated page draws the amount that is typed, takes a paste, and makes that link",
  async (_, device) => {
    const owner = await connectedOwner();
    const { page } = await openBrowserAs(owner.http, device);
    await page.goto(`${owner.path}/links/new`);
    const amount = page.locator("#amount");
    await expect.poll(() => amount.evaluate((field) => field === document.activeElement)).toBe(true);
    const makes = page.locator("#create-what");
    await page.locator("#currency").selectOption("COP");
    await translate(page);

    await amount.pressSequentially("125");
    await expect.poll(() => seenText(makes)).toContain("COP\u00a0125.00");
    if (device === phone) {
      expect(await seenText(page.locator("#amount + span"))).toBe("COP 125.00");
      await page.getByRole("group", { name: en.create.keypad }).getByRole("button", { name: "7" }).tap();
      await expect.poll(() => seenText(page.locator("#amount + span"))).toBe("COP 1,257.00");
    }
    // A pasted amount that leads to a question, and back: parts of the displayed amount appear and disappear.
    for (const text of ["1'500.000", "", "ten", "$2,500.50"]) await amount.fill(text);
    await expect.poll(() => seenText(makes)).toContain("COP\u00a02,500.50");
    await amount.fill("1'500.000");
    await page.locator("#description").fill("Rent");
    await page.locator("#create-name").click();
    await page.locator("input[name=interpretation]").first().check();
    await page.locator("#create-name").click();
    await page.waitForURL(/\/links\/[0-9a-f-]{36}$/);
    expect(await owner.account.links()).toMatchObject([
      { amount: 150_000_000, currency: expect.stringMatching(/cop/i) },
    ]);
  },
);

test("a translated history is searched and filtered, and a link's page is used, without a fault or an old text", async () => {
  const owner = await connectedOwner();
  const link = await makeLink(owner, { amount: "12.50", description: "Two coffees" });
  await makeLink(owner, { amount: "3.00", description: "Three cakes" });
  const { page, context } = await openBrowserAs(owner.http);
  await context.grantPermissions(["clipboard-write"]);
  // Browsers translate a page once it has loaded.
  await page.goto(`${owner.path}/links`, { waitUntil: "networkidle" });
  await translate(page);
  const rows = page.locator("a.link-row");
  await page.getByLabel(labels.search).fill("coffees");
  await expect.poll(() => rows.count()).toBe(1);
  await page.getByText(en.history.filters).click();
  await page.locator("select[name=state]").selectOption("cancelled");
  await page.getByRole("button", { name: en.history.apply }).click();
  await page.getByRole("link", { name: en.history.clear }).last().click();
  await expect.poll(() => rows.count()).toBe(2);

  await page.getByRole("link", { name: "Two coffees" }).click();
  await page.waitForURL(`**${link}*`);
  const said = (text: string) => page.getByText(text).first().waitFor();
  await page.getByRole("button", { name: en.link.copy }).click();
  await said(en.link.copied);
  await page.getByRole("button", { name: en.paid.mark }).click();
  await said(en.paid.ownWord);
  await page.getByRole("button", { name: en.paid.undo }).click();
  await page.getByRole("button", { name: en.paid.mark }).waitFor();
  await page.getByText(en.notes.add).click();
  await page.locator("[name=note]").fill("Paid in two parts");
  await page.getByRole("button", { name: en.notes.save }).last().click();
  await said("Paid in two parts");
  await page.getByText(en.cancel.cancel).first().click();
  await page.locator("form:has([name=reason]) button[type=submit]").last().click();
  await said(en.cancel.by.split(" {")[0] ?? "");
});

test("no choice is sent as the words that it is shown in", async () => {
  const owner = await connectedOwner();
  const { page } = await openBrowserAs(owner.http);
  for (const path of [
    "links/new",
    "links",
    "settings/templates",
    "settings/general",
    "settings/team",
    "settings/audit",
  ]) {
    await page.goto(`${owner.path}/${path}`);
    const bare = page.locator("option:not([value])");
    expect(await bare.count(), path).toBe(0);
  }
});
