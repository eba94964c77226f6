import { expect, test } from "vitest";
import { openBrowser } from "@/tests/support/browser";
import { connectedOwner, expectRedirect, makeLink, signedUp } from "@/tests/support/people";

const oddHeaders = [
  "es-mx-ar",
  "en-gb-oed",
  "*",
  "i-klingon",
  "zh-Hant-CN-x-private",
  "es-CR;q=NaN",
  "es,es,es,es-CR",
  "es_CR",
  "en-u-nu-arab",
  "%%;;;,,q=1",
  "x,".repeat(4_000),
];

test.each(oddHeaders)("a business is made and links are, in the language of %s", async (header) => {
  const headers = { "accept-language": header };
  const { http } = await signedUp();
  const form = await http.request("/m/new", { headers });
  expect(form.status).toBe(200);
  const made = await http.submit("/m/new", 'name="timeZone"', { name: "Sol" }, headers);
  const path = expectRedirect(made, "/settings/api-keys").replace("/settings/api-keys", "");
  for (const page of ["links", "links/new", "settings/general", "settings/team", "settings/audit", "inbox"]) {
    const response = await http.request(`${path}/${page}`, { headers });
    expect([page, response.status]).toEqual([page, 200]);
  }
});

test.each(oddHeaders)("a link is shown, printed and exported in the language of %s", async (header) => {
  const headers = { "accept-language": header };
  const owner = await connectedOwner();
  const link = await makeLink(owner, { amount: "12.50", description: "Two coffees" });
  for (const page of [link, `${link}/poster`, `${link}/show`, `${owner.path}/links/export.csv`]) {
    const response = await owner.http.request(page, { headers });
    expect([page, response.status]).toEqual([page, 200]);
    await response.arrayBuffer();
  }
});

test.each([
  ["es-CL,es;q=0.9", "America/Santiago", "USD"],
  ["es-PY", "America/Asuncion", "USD"],
  ["es-VE,es;q=0.9,en;q=0.8", "America/Caracas", "VES"],
  ["es-mx-ar", "America/Mexico_City", "MXN"],
  ["pt-BR,pt;q=0.9", "America/Sao_Paulo", "BRL"],
])("%s without a known zone makes a business in %s with %s", async (header, timeZone, currency) => {
  const headers = { "accept-language": header };
  const { http } = await signedUp();
  for (const tracked of [undefined, "", "Etc/Unknown", "Mars/Base"]) {
    const values = { name: "Sol", ...(tracked !== undefined && { timeZone: tracked }) };
    const made = await http.submit("/m/new", 'name="timeZone"', values, headers);
    const settings = expectRedirect(made, "/settings/api-keys").replace("api-keys", "general");
    const html = await http.html(settings);
    expect(html).toMatch(new RegExp(`<option value="${timeZone}" selected=""`));
    expect(html).toMatch(new RegExp(`<option value="${currency}" selected=""`));
  }
});

test("a place that nothing tells is asked about", async () => {
  const { http } = await signedUp();
  const values = { name: "Sol", timeZone: "Etc/Unknown" };
  const asked = await http.submit("/m/new", 'name="timeZone"', values, { "accept-language": "es" });
  expect(asked.status).toBe(200);
  const html = await asked.text();
  expect(html).toContain("Elija una zona horaria de la lista.");
  expect(html).toContain('value="Sol"');
});

test("the form shows the browser's own time zone and its country's money", async () => {
  const { http } = await signedUp();
  const { page, context } = await openBrowser({ locale: "es", timezoneId: "America/Caracas" });
  await context.addCookies(http.browserCookies());
  await page.goto("/m/new");
  await expect.poll(() => page.getByLabel("Zona horaria").inputValue()).toBe("America/Caracas");
  await expect.poll(() => page.getByLabel("Moneda").inputValue()).toBe("VES");
});
