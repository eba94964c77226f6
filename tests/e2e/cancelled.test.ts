import { expect, test } from "vitest";
import { es as customers } from "@/lib/i18n/messages/customer/es";
import { en } from "@/lib/i18n/messages/en/catalogue";
import { openBrowser, openBrowserAs } from "@/tests/support/browser";
import { isInView } from "@/tests/support/page-checks";
import { connectedOwner, makeLink } from "@/tests/support/people";
import { asSuperuser } from "@/tests/support/roles";
import { english as labels } from "./labels";

test("two taps and the digits replace a wrong link, and its customer is led to the right one", async () => {
  const owner = await connectedOwner("Café Luna");
  await asSuperuser("UPDATE merchants SET short_addresses = true WHERE slug = $1", [owner.slug]);
  const linkPath = await makeLink(owner, { amount: "590000", description: "Cena para dos" });
  const { page } = await openBrowserAs(owner.http);
  await page.goto(linkPath);
  const shared = (await page.getByText("/p/").first().textContent()) ?? "";
  await page.getByRole("link", { name: en.cancel.replace }).click();
  await page.getByText(en.cancel.replacingText).waitFor();
  await page.getByLabel(labels.amount, { exact: true }).fill("59000");
  await page.getByRole("button", { name: labels.createLink }).click();
  await page.getByRole("img", { name: en.link.qr }).waitFor();
  await page.getByText("59,000").first().waitFor();
  const corrected = (await page.getByText("/p/").first().textContent()) ?? "";
  expect(corrected).not.toBe(shared);

  const { page: customer, expectStatus } = await openBrowser({ locale: "es-CR" });
  expectStatus(410);
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
});
