import type { Locator } from "playwright-core";
import { expect, test } from "vitest";
import { es as customers } from "@/lib/i18n/messages/customer/es";
import { en } from "@/lib/i18n/messages/en/catalogue";
import { openBrowser, openBrowserAs } from "@/tests/support/browser";
import { isInView } from "@/tests/support/page-checks";
import { connectedOwner, makeLink } from "@/tests/support/people";
import { upstreamPublicUrl } from "@/tests/support/portal";
import { asSuperuser } from "@/tests/support/roles";
import { english as labels } from "./labels";

test("two taps and the digits replace a wrong link, and its customer is led to the right one", async () => {
  const owner = await connectedOwner("Café Luna");
  await asSuperuser("UPDATE merchants SET short_addresses = true WHERE slug = $1", [owner.slug]);
  const linkPath = await makeLink(owner, { amount: "590000", description: "Cena para dos" });
  const { page } = await openBrowserAs(owner.http);
  const { tap, countTaps } = countedTaps();
  await page.goto(linkPath, { waitUntil: "networkidle" });
  const shared = (await page.getByText("/p/").first().textContent()) ?? "";
  await tap(page.getByRole("link", { name: en.cancel.replace }));
  await page.getByText(en.cancel.replacingText).waitFor();
  const keys = page.getByRole("group", { name: en.create.keypad });
  for (const digit of "59000") await tap(keys.getByRole("button", { name: digit, exact: true }));
  await tap(page.getByRole("button", { name: labels.createLink }));
  await page.getByRole("img", { name: en.link.qr }).waitFor();
  expect(countTaps()).toBe("59000".length + 2);
  await page.getByText("59,000").first().waitFor();
  const corrected = (await page.getByText("/p/").first().textContent()) ?? "";
  expect(corrected).not.toBe(shared);

  const { page: customer, expectStatus } = await openBrowser({ locale: "es-CR" });
  expectStatus(410);
  // Nothing leaves this machine, so the customer's browser stays before the pay page.
  const open = async (address: string) =>
    (await customer.request.get(address, { maxRedirects: 0 })).headers().location;
  // Whoever waits beside the page sees that the customer has opened it.
  await page.getByText(en.opened.never).waitFor();
  const payPage = await open(corrected);
  expect(payPage).toContain(`${upstreamPublicUrl}/link/`);
  await page.getByText(/^Opened (?:now|\d+ seconds? ago)$/).waitFor();
  expect((await customer.goto(shared))?.status()).toBe(410);
  await customer.getByText(customers.address.cancelledTitle).first().waitFor();
  const button = customer.getByRole("link", { name: customers.address.toReplacement });
  expect(corrected).toMatch(new RegExp(`${await button.getAttribute("href")}$`));

  await page.goto(linkPath);
  await page.getByText(en.cancel.leadsTo).waitFor();
  expect(await page.getByRole("img", { name: en.link.qr }).count()).toBe(0);
  const undo = page.getByRole("button", { name: en.cancel.undo });
  await undo.click();
  await page.getByRole("img", { name: en.link.qr }).waitFor();

  // Cancelled from below, the link says so where it is seen, with the way back.
  await page.getByText(en.cancel.cancel, { exact: true }).first().click();
  await page.getByRole("button", { name: en.cancel.cancel }).click();
  await undo.waitFor();
  await expect.poll(() => isInView(undo)).toBe(true);

  // A printed code can lead to the other link from then on, and back again.
  await undo.click();
  await page.getByRole("link", { name: en.point.title }).click();
  await page.getByRole("button", { name: en.point.choose }).click();
  await page.getByText(en.point.pointed).waitFor();
  expect(await page.getByRole("img", { name: en.link.qr }).count()).toBe(0);
  expect(await open(shared)).toBe(payPage);
  await page.getByRole("button", { name: en.point.restore }).click();
  await page.getByRole("img", { name: en.link.qr }).waitFor();
  expect(await open(shared)).toMatch(/\/link\//);
  expect(await open(shared)).not.toBe(payPage);
});

/** Taps as a finger does, and counts. */
function countedTaps(): { tap: (target: Locator) => Promise<void>; countTaps: () => number } {
  let taps = 0;
  const tap = async (target: Locator) => {
    taps++;
    await target.tap();
  };
  return { tap, countTaps: () => taps };
}
