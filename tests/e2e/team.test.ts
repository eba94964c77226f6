import { expect, inject, test } from "vitest";
import { openBrowser, openBrowserAs, seenText } from "@/tests/support/browser";
import { formHolding } from "@/tests/support/http-visitor";
import {
  connectedOwner,
  expectRedirect,
  makeLink,
  merchantOwner,
  newPerson,
  nobody,
  type Owner,
  signedUp,
} from "@/tests/support/people";
import { english as labels } from "./labels";

const inviteForm = 'type="email"';

/** Invites an email address with scripts off, and answers the path of the link on the page. */
async function invited(owner: Owner, email: string, role: string): Promise<string> {
  const page = `${owner.path}/settings/team`;
  const shown = await (await owner.http.submit(page, inviteForm, { email, role })).text();
  const [, path] = /(\/invite\/[\w-]{43})/.exec(shown) ?? [];
  if (!path) throw new Error("no link is shown");
  return path;
}

test("an owner invites, a cashier joins on their phone, makes a link, is removed, and is refused at once", async () => {
  const owner = await connectedOwner("Café Luna");
  const theirs = await makeLink(owner, { amount: "80.00", description: "By the owner" });
  const eva = newPerson("Eva Mora");
  const { page: desk } = await openBrowserAs(owner.http);
  await desk.goto(`${owner.path}/settings`);
  await desk.getByRole("link", { name: "Team" }).click();
  await desk.getByLabel("Email").fill(eva.email);
  await desk.getByLabel("Role").selectOption("cashier");
  await desk.getByRole("button", { name: "Send invitation" }).click();
  const sent = desk.getByRole("status").filter({ hasText: "/invite/" });
  const [link = ""] = /http\S+\/invite\/[\w-]{43}/.exec(await seenText(sent)) ?? [];
  await desk.getByText(eva.email, { exact: true }).waitFor();

  const { page: phone, context, expectStatus } = await openBrowser();
  await phone.goto(link);
  await phone.getByRole("heading", { name: "Join Café Luna" }).waitFor();
  expect(await phone.getByLabel("Email").inputValue()).toBe(eva.email);
  await phone.getByLabel(labels.name).fill(eva.name);
  await phone.getByLabel(labels.password).fill(eva.password);
  await phone.getByRole("button", { name: labels.createAccount }).click();
  await phone.waitForURL(`**${owner.path}/links/new`);
  await phone.getByLabel(labels.amount).fill("12.50");
  await phone.getByLabel(labels.description).fill("Two coffees");
  await phone.getByRole("button", { name: labels.createLink }).click();
  await phone.getByRole("img", { name: labels.qrCode }).waitFor();

  // What a cashier may not open: the team, the key, the settings.
  expectStatus(403, 404);
  for (const place of ["team", "api-keys", "general", "audit"]) {
    const answer = await phone.goto(`${owner.path}/settings/${place}`);
    expect(answer?.status(), place).toBe(403);
  }
  expect((await phone.goto(theirs))?.status()).toBe(200);

  // The owner lets cashiers see only their own links: on the next request, the other link is gone.
  const general = `${owner.path}/settings/general`;
  expectRedirect(await owner.http.submit(general, 'name="slug"', { cashiersOwnLinks: "on" }), general);
  expect((await phone.goto(theirs))?.status()).toBe(404);
  await phone.goto(`${owner.path}/links`);
  expect(await seenText(phone.locator("main"))).toContain("Two coffees");
  expect(await seenText(phone.locator("main"))).not.toContain("By the owner");

  await phone.goto(`${owner.path}/links/new`);
  await phone.getByLabel(labels.amount).fill("5");
  await phone.getByLabel(labels.description).fill("After the removal");
  await desk.reload();
  const row = desk.getByRole("listitem").filter({ hasText: eva.email });
  await row.getByText("Change", { exact: true }).click();
  await row.getByRole("button", { name: "Remove from team" }).click();
  await row.waitFor({ state: "detached" });
  await phone.getByRole("button", { name: labels.createLink }).click();
  await phone.getByText("There is nothing here").waitFor();
  expect((await phone.goto(`${owner.path}/links`))?.status()).toBe(404);
  expect(await owner.account.links()).toHaveLength(2);
  await context.close();
});

test("an invitation is for one address, once", async () => {
  const owner = await merchantOwner("Panadería Sol");
  const eva = await signedUp(newPerson("Eva Mora"));
  const other = await signedUp(newPerson("Otra"));
  const path = await invited(owner, eva.person.email, "viewer");
  const external = nobody();
  const asked = await external.html(path);
  expect(asked).toContain(`/login?next=${encodeURIComponent(path)}`);
  expect(asked).not.toContain('name="password"');

  const wrong = await other.http.html(path);
  expect(wrong).toContain(other.person.email);
  expect(wrong).not.toContain(">Join<");
  // This person's form is refused when it is submitted with another session.
  const form = formHolding(await eva.http.html(path), "Join");
  expect(await (await other.http.send(path, form)).text()).toContain("another email address");
  expect((await other.http.request(`${owner.path}/links`)).status).toBe(404);

  // After signing in, the person comes back to the invitation.
  const again = nobody();
  const login = `/login?next=${encodeURIComponent(path)}`;
  expectRedirect(await again.submit(login, 'name="password"', eva.person), path);
  expectRedirect(await again.send(path, form), owner.path);
  expect((await again.request(`${owner.path}/links`)).status).toBe(200);
  for (const gone of [path, `/invite/${"A".repeat(43)}`, "/invite/x"]) {
    const answer = await external.request(gone);
    expect([answer.status, (await answer.text()).includes("no longer works")], gone).toEqual([404, true]);
  }
});

test("an owner takes an invitation back, transfers ownership, and the last one cannot leave", async () => {
  const owner = await merchantOwner("Ferretería Norte");
  const { person, http } = await signedUp(newPerson("Luis Vega"));
  const team = `${owner.path}/settings/team`;
  const first = await invited(owner, person.email, "admin");
  const [, id = ""] = /name="id" value="([\w-]{36})"/.exec(await owner.http.html(team)) ?? [];
  const renewed = await (await owner.http.submit(team, 'value="link"', { id, by: "link" })).text();
  const [, second = ""] = /(\/invite\/[\w-]{43})/.exec(renewed) ?? [];
  expect([(await http.request(first)).status, (await http.request(second)).status]).toEqual([404, 200]);
  expectRedirect(await http.submit(second, "Join", {}), owner.path);

  const leave = await owner.http.submit(`${owner.path}/settings`, "Leave Ferretería Norte", {});
  expect(await leave.text()).toContain("There must be one owner at least");
  const html = await owner.http.html(team);
  const [, luis = ""] = new RegExp(`<option value="([\\w-]{36})"[^>]*>${person.name}`).exec(html) ?? [];
  expectRedirect(await owner.http.submit(team, "Transfer", { userId: luis }), team);
  expectRedirect(await owner.http.submit(`${owner.path}/settings`, "Leave Ferretería Norte", {}), "/m");
  expect((await owner.http.request(team)).status).toBe(404);
  expect((await http.request(team)).status).toBe(200);
});

test("a merchant moves to another address, and is turned off, deleted and restored", async () => {
  const owner = await merchantOwner("Librería Vieja");
  const general = `${owner.path}/settings/general`;
  const slug = `libreria-${crypto.randomUUID().slice(0, 8)}`;
  const moved = await owner.http.submit(general, 'name="slug"', { slug, name: "Librería Nueva" });
  expectRedirect(moved, `/m/${slug}/settings/general`);
  const old = await owner.http.request(`${owner.path}/links`);
  expect([old.status, old.headers.get("location")]).toEqual([307, `/m/${slug}/links`]);
  // Nobody else gets the former address.
  const rival = await merchantOwner("Rival");
  const taken = await rival.http.submit(`${rival.path}/settings/general`, 'name="slug"', {
    slug: owner.slug,
  });
  expect(await taken.text()).toContain("This address is taken");

  const page = `/m/${slug}/settings/general`;
  const unsure = await owner.http.submit(page, 'value="delete"', { confirmation: "yes" });
  expect(await unsure.text()).toContain("exactly as it is shown");
  for (const how of ["disable", "delete"]) {
    expectRedirect(await owner.http.submit(page, `value="${how}"`, { confirmation: slug }), "/m");
    expect((await owner.http.request(`/m/${slug}/links`)).status).toBe(404);
    expectRedirect(await owner.http.submit("/m", `value="${slug}"`, {}), "/m");
    expect((await owner.http.request(`/m/${slug}/links`)).status).toBe(200);
  }
  // Only the owner can reopen it.
  expectRedirect(await owner.http.submit(page, 'value="disable"', { confirmation: slug }), "/m");
  const form = formHolding(await owner.http.html("/m"), `value="${slug}"`);
  expect((await rival.http.send("/m", form)).status).toBe(404);
  expect((await owner.http.request(`/m/${slug}/links`)).status).toBe(404);
});

test("without a mail server, who forgot their password is told whom to ask", async () => {
  const html = await nobody().html("/forgot-password");
  expect(html).toContain("Ask whoever runs it");
  expect(html).not.toContain('name="email"');
  expect((await nobody().request(`/reset-password/${"A".repeat(43)}`)).status).toBe(404);
  expect(inject("portal").settings.SMTP_URL).toBeUndefined();
});
