import { expect, test } from "vitest";
import { pt } from "@/lib/i18n/messages/pt/catalogue";
import { connectedOwner, expectRedirect, nobody } from "@/tests/support/people";

const headers = { "accept-language": "pt-BR,pt;q=0.9,en;q=0.5" };

test("who works in Portuguese signs in, types an amount as in Brazil, and finds it in the history and in a file", async () => {
  const { person, path } = await connectedOwner("Padaria Sol");
  const http = nobody();
  const html = (address: string) => http.html(address, headers);
  expect(await html("/login")).toContain('<html lang="pt-BR"');
  const { email, password } = person;
  const refused = await http.submit("/login", 'name="password"', { email, password: "outra" }, headers);
  expect(await refused.text()).toContain(pt.errors.wrong_credentials);
  expectRedirect(await http.submit("/login", 'name="password"', { email, password }, headers), "/");

  const typed = { amount: "1.234,56", currency: "BRL", description: "Bolo de aniversário" };
  const form = 'name="intentId"';
  const missing = await http.submit(`${path}/links/new`, form, { ...typed, description: "" }, headers);
  expect(await missing.text()).toContain(pt.errors.description_missing);
  const link = expectRedirect(await http.submit(`${path}/links/new`, form, typed, headers), `${path}/links/`);
  expect(await html(link)).toContain(pt.link.copy);
  const history = await html(`${path}/links`);
  expect(history).toContain(`<title>${pt.history.title}`);
  expect(history).toContain("R$\u00a01.234,56");

  const file = async (query: string) =>
    (await http.request(`${path}/links/export.csv${query}`, { headers })).text();
  const { created_at, amount, state } = pt.exported.links;
  const [head, row] = (await file("?for=excel")).split("\r\n");
  expect(head?.split(";").slice(0, 3)).toEqual([
    expect.stringContaining(created_at),
    pt.exported.links.time_zone,
    amount,
  ]);
  expect(head).toContain(state);
  expect(row).toContain(";1234,56;BRL;");
  expect(row).toContain(`;${pt.state.open};${pt.mode.testName};`);
  // For programs nothing is translated.
  expect(await file("")).toMatch(/created_at,time_zone,amount,.*\r\n.*,1234\.56,BRL,.*,open,test,/);
});
