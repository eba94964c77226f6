import { expect, test } from "vitest";
import { en } from "@/lib/i18n/messages/en/catalogue";
import { connectedOwner } from "@/tests/support/people";
import { asSuperuser, teammate } from "@/tests/support/roles";

test("an owner reads who did what, narrows it and takes it along; others may not", async () => {
  const owner = await connectedOwner();
  const page = `${owner.path}/settings/audit`;
  const text = (await owner.http.html(page)).replace(/<[^>]*>/g, "");
  expect(text).toContain(`Ana Rojas connected an API key: Test, ends in ${owner.account.key.slice(-4)}`);
  expect(text).toContain("Ana Rojas created this business in Cobro");
  const keysOnly = await owner.http.html(`${page}?group=keys`);
  expect(keysOnly).not.toContain("created this business");
  expect(await owner.http.html(`${page}?from=2000-01-01&to=2000-01-02`)).toContain(en.audit.nothingTitle);
  const file = await owner.http.request(`${page}/export.csv`);
  expect(file.headers.get("content-type")).toContain("text/csv");
  expect(await file.text()).toContain("api_key.connected");
  const id = crypto.randomUUID();
  const forPeople = await (await owner.http.request(`${page}/export.csv?for=excel&progress=${id}`)).text();
  expect(forPeople).toContain("Ana Rojas connected an API key: Test");
  expect(forPeople).not.toContain("api_key.connected");
  expect(await (await owner.http.request(`${page}/exports/${id}`)).json()).toMatchObject({ state: "done" });
  expect(await owner.http.html(page)).toContain("exported the audit log");

  const statuses = async (role: "admin" | "cashier" | "viewer") => {
    const { http } = await teammate(owner, role);
    return [(await http.request(page)).status, (await http.request(`${page}/export.csv`)).status];
  };
  expect(await statuses("admin")).toEqual([200, 200]);
  expect(await statuses("cashier")).toEqual([403, 403]);
  expect(await statuses("viewer")).toEqual([403, 403]);
});

test("a key that 4Geeks refuses is said on every screen, to each in their own words", async () => {
  const owner = await connectedOwner();
  const cashier = await teammate(owner, "cashier");
  const { alarmTitle, alarmOpen, alarmCashier } = en.apiKeys;
  expect(await owner.http.html(`${owner.path}/links`)).not.toContain(alarmTitle);
  await asSuperuser(
    `UPDATE api_keys SET failing_since = now() FROM merchants
     WHERE merchants.merchant_id = api_keys.merchant_id AND slug = $1`,
    [owner.slug],
  );
  for (const page of ["links", "links/new", "inbox", "settings/api-keys", "settings/audit"]) {
    const html = await owner.http.html(`${owner.path}/${page}`);
    expect(html, page).toContain(alarmTitle);
    expect(html, page).toContain(alarmOpen);
  }
  const html = await cashier.http.html(`${owner.path}/links/new`);
  expect(html).toContain(alarmCashier);
  expect(html).not.toContain(alarmOpen);
});

test("a key is disconnected by its button, without scripts", async () => {
  const owner = await connectedOwner();
  const page = `${owner.path}/settings/api-keys`;
  expect(await owner.http.html(page)).toContain(en.apiKeys.disconnectText);
  const answer = await owner.http.submit(page, en.apiKeys.disconnectNow, { mode: "test" });
  expect(answer.status).toBe(303);
  expect(await owner.http.html(page)).not.toContain(en.apiKeys.connected);
  expect(await owner.http.html(`${owner.path}/links/new`)).toContain(en.newLink.noKeyTitle);
});

test("whoever connects a key that serves another business here is told so, and not which", async () => {
  const first = await connectedOwner("Café Luna");
  const second = await connectedOwner("Sol");
  const page = `${second.path}/settings/api-keys`;
  const answer = await second.http.submit(page, 'name="apiKey"', { apiKey: first.account.key });
  expect(answer.headers.get("location")).toContain("/settings/api-keys");
  const html = await second.http.html(page);
  expect(html).toContain(en.apiKeys.shared.slice(0, 60));
  expect(html).not.toContain("Café Luna");
});
