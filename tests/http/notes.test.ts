import { expect, test } from "vitest";
import { en } from "@/lib/i18n/messages/en/catalogue";
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
