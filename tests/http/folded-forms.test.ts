import { expect, test } from "vitest";
import { connectedOwner, makeLink } from "@/tests/support/people";
import { teammate } from "@/tests/support/roles";

test("without scripts, an error in a form that is folded away is shown, and what else is folded away stays so", async () => {
  const owner = await connectedOwner();
  const { http, path } = owner;
  const link = await makeLink(owner, { amount: "12.50", description: "Torta" });
  await teammate(owner, "cashier");
  const templates = `${path}/settings/templates`;
  const template = { name: "Café", amount: "5", description: "Café" };
  await http.submit(templates, 'name="name"', template);
  const sent: [page: string, holding: string, values: Record<string, string>][] = [
    [`${path}/links?q=torta`, 'name="viewName"', { viewName: "" }],
    [link, 'name="customerPhone"', { customerPhone: "1" }],
    [link, 'name="expiryDay"', { expiry: "date", expiryDay: "" }],
    [templates, 'value="template-0', { name: "" }],
    [`${path}/settings/general`, 'value="disable"', { confirmation: "no" }],
    [`${path}/settings/team`, 'name="role"', { role: "king" }],
  ];
  for (const [page, holding, values] of sent) {
    const before = findOpen(await http.html(page));
    const after = findOpen(await (await http.submit(page, holding, values)).text());
    const faulty = after.filter((inside) => /role="alert"|aria-invalid="true"/.test(inside));
    expect([page, faulty.length, after.length]).toEqual([page, 1, before.length + 1]);
  }
});

/** What is in the parts of a page that are not folded away. */
function findOpen(html: string): string[] {
  const all = [...html.matchAll(/<details([^>]*)>(.*?)<\/details>/gs)];
  return all.flatMap(([, attributes = "", inside = ""]) => (attributes.includes('open=""') ? [inside] : []));
}
