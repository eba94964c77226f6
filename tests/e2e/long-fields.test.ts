import { expect, inject, test } from "vitest";
import { en } from "@/lib/i18n/messages/en/catalogue";
import { openBrowserAs } from "@/tests/support/browser";
import { formHolding } from "@/tests/support/http-visitor";
import { connectedOwner } from "@/tests/support/people";

/** The time to normalise these combining marks grows with the square of their number. */
const marks = `a${"\u0301\u0323".repeat(14_000)}`;

const places = (path: string) =>
  [
    { page: `${path}/links/new`, field: "description", code: "description_too_long" },
    { page: `${path}/links/new`, field: "amount", code: "amount_too_large" },
    { page: `${path}/links/new`, field: "intentId", code: "form_too_long" },
    { page: `${path}/settings/templates`, field: "name", code: "template_name_too_long" },
    { page: `${path}/settings/team`, field: "email", code: "field_too_long" },
    { page: `${path}/settings/api-keys`, field: "apiKey", code: "key_malformed" },
    { page: `${path}/settings/general`, field: "name", code: "business_name_too_long" },
    { page: "/m/new", field: "name", code: "business_name_too_long" },
  ] as const;

test("a field that is too long is said to be, in every form, and comes back as it was typed", async () => {
  const { http, path, account } = await connectedOwner();
  for (const { page, field, code } of places(path)) {
    const form = formHolding(await http.html(page), `name="${field}"`);
    const response = await http.send(page, form, { [field]: "x".repeat(2_001) });
    const html = await response.text();
    expect([page, field, response.status]).toEqual([page, field, 200]);
    expect([page, field, html.includes(en.errors[code])]).toEqual([page, field, true]);
    expect([page, field, html.includes("x".repeat(2_001))]).toEqual([page, field, field !== "apiKey"]);
  }
  expect(await account.links()).toEqual([]);
});

test("long fields hold up nobody else, and a form beyond 64 kB is not read", async () => {
  const { http, path, account } = await connectedOwner();
  const page = `${path}/links/new`;
  const form = formHolding(await http.html(page), 'name="intentId"');
  const send = (description: string) => http.send(page, form, { amount: "5.00", description });
  expect((await send(marks.repeat(3))).status).toBe(413);

  // If they were normalised, twelve at once would take many seconds.
  const sent = Promise.all(Array.from({ length: 12 }, () => send(marks).then((response) => response.text())));
  let isSent = false;
  sent.finally(() => {
    isSent = true;
  });
  let longestMs = 0;
  while (!isSent) {
    const started = performance.now();
    await fetch(`${inject("portal").url}/api/health/live`);
    longestMs = Math.max(longestMs, performance.now() - started);
  }
  for (const html of await sent) expect(html).toContain(en.errors.description_too_long);
  expect(longestMs).toBeLessThan(1_500);
  expect(await account.links()).toEqual([]);
});

test("a form that is too long says so where it was sent from, and keeps what was typed", async () => {
  const { http, path } = await connectedOwner();
  const { page, expectStatus } = await openBrowserAs(http);
  expectStatus(413);
  const text = "x".repeat(70_000);
  for (const { place, form, field } of [
    { place: `${path}/links/new`, form: "new-link", field: "description" },
    { place: `${path}/settings/team`, form: "invite", field: "email" },
  ]) {
    await page.goto(place);
    const fields = page.locator(`form[data-draft="${form}"]`);
    await fields.locator(`[name="${field}"]`).fill(text);
    if (form === "new-link") await fields.locator('[name="amount"]').fill("5.00");
    await fields.locator("button[type=submit]:not([form])").first().click();
    await fields.getByRole("alert").filter({ hasText: en.errors.form_too_long }).waitFor();
    expect(await fields.locator(`[name="${field}"]`).inputValue()).toBe(text);
  }
});

test("an address that is too long is refused, and the longest that is not costs nothing", async () => {
  const { http, path } = await connectedOwner();
  expect((await http.request(`${path}/links?q=${"x".repeat(5_000)}`)).status).toBe(414);
  const started = performance.now();
  const response = await http.request(`${path}/links?q=${encodeURIComponent(marks.slice(0, 650))}`);
  expect(response.status).toBe(200);
  expect(performance.now() - started).toBeLessThan(3_000);
});
