import { expect, test } from "vitest";
import { en } from "@/lib/i18n/messages/en/catalogue";
import { formHolding } from "@/tests/support/http-visitor";
import { connectedOwner, expectRedirect, makeLink } from "@/tests/support/people";
import { teammate } from "@/tests/support/roles";

test("without scripts, what is known of the customer is written, merged, asked about, shared with, and removed", async () => {
  const owner = await connectedOwner();
  const { http, path } = owner;
  const link = await makeLink(owner, { amount: "12.50", description: "Torta" });
  const save = (values: Record<string, string>, drawn?: string) =>
    http.submit(`${link}?q=torta`, 'name="customerPhone"', { note: "", ...values, ...(drawn && { drawn }) });

  const refused = await (await save({ customerName: "Ana", customerPhone: "888", note: "Typed" })).text();
  expect(refused).toContain(en.errors.phone_too_short);
  expect(refused).toContain("Typed");

  const before = JSON.stringify({
    ...{ note: "", tags: [], customerName: "", customerPhone: "", customerReference: "" },
  });
  const there = expectRedirect(
    await save({ customerName: "Ana", customerPhone: "+506 8765 4321", note: "Theirs", tags: "Boda" }),
    link,
  );
  expect(there).toContain("q=torta");
  const page = await http.html(there);
  expect(page).toContain("https://wa.me/50687654321?text=");
  expect(page).toContain(`${path}/links?tag=boda`);

  const asked = await (await save({ note: "Mine" }, before)).text();
  expect(asked).toContain("Theirs");
  expect(asked).toContain("Mine");
  expect(asked).toContain("save again to use yours instead");

  const viewer = await teammate(owner, "viewer");
  const seen = await viewer.http.html(link);
  expect(seen).toContain("+506 8765 4321");
  expect(seen).not.toContain('name="customerPhone"');

  expectRedirect(await http.submit(link, en.notes.remove.replace("'", "&#x27;"), {}), link);
  expect(await http.html(link)).not.toContain("8765 4321");
});

test("without scripts, a number is kept with its link when somebody says so, and an owner removes its customer", async () => {
  const owner = await connectedOwner();
  const { http, path } = owner;
  const link = await makeLink(owner, { amount: "12.50", description: "Torta" });
  const send = (values: Record<string, string>) =>
    http.submit(link, 'name="number"', { number: "8765 4321", by: "whatsapp", ...values });
  expect(await (await send({})).text()).toContain("https://wa.me/50687654321?text=");
  expect(await http.html(link)).not.toContain("50687654321");
  expect(await (await send({ keep: "on" })).text()).toContain("https://wa.me/50687654321?text=");
  expect(await http.html(link)).toContain("https://wa.me/50687654321?text=");

  const page = `${path}/settings/customers`;
  const ask = async (phone: string) => (await http.submit(page, 'name="phone"', { phone })).text();
  expect(await ask("888")).toContain(en.errors.phone_too_short);
  expect(await ask("8765 4322")).toContain(en.errors.customer_unknown);
  expect(await ask("8765 4321")).toContain("is in 1 link.");
  const removed = await http.send(page, formHolding(await ask("8765 4321"), en.customers.remove));
  expect(await http.html(expectRedirect(removed, page))).toContain("removed from 1 link");
  expect(await http.html(link)).not.toContain("50687654321");
  expect((await (await teammate(owner, "admin")).http.request(page)).status).toBe(403);
  expect(await http.html(`${path}/settings/audit`)).toContain("<bdi>1 link</bdi>");
  // The next customer's form is in this one's currency, whatever the merchant's own is.
  const currencyFor = async (asked: string) =>
    formHolding(await http.html(`${path}/links/new?currency=${asked}`), 'name="intentId"').fields.find(
      ([name]) => name === "currency",
    )?.[1];
  expect(await currencyFor("EUR")).toBe("EUR");
  expect(await currencyFor("<b>")).toBe(await currencyFor(""));
});
