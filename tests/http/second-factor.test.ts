import { beforeAll, expect, inject, test } from "vitest";
import { en } from "@/lib/i18n/messages/en/catalogue";
import { type AuthenticatorApp, setUpApp } from "@/tests/support/authenticator-app";
import { formHolding } from "@/tests/support/http-visitor";
import { connectedOwner, expectRedirect, makeLink, nobody, type Owner } from "@/tests/support/people";
import { asSuperuser, teammate } from "@/tests/support/roles";
import { openAccount } from "@/tests/support/sandbox";

// All of it without scripts.

let owner: Owner;
let app: AuthenticatorApp;
let codes: string[];

beforeAll(async () => {
  owner = await connectedOwner();
  ({ app, recoveryCodes: codes } = await setUpApp(owner.http));
});

/** A visitor who has typed the right password. */
async function halfSignedIn(next = "") {
  const visitor = nobody();
  const form = next ? `/login?next=${encodeURIComponent(next)}` : "/login";
  expectRedirect(await visitor.submit(form, 'name="password"', owner.person), "/login/second-step");
  return visitor;
}

test("a password alone opens nothing once there is an app: not a page, not a form, not next-auth's own route", async () => {
  const visitor = await halfSignedIn();
  for (const page of ["/account", "/m", owner.path, `${owner.path}/links/new`, "/account/second-factor"]) {
    expect((await visitor.request(page)).headers.get("location"), page).toContain("/login");
  }
  const csrf = await (await visitor.request("/api/auth/csrf")).json();
  await visitor.request("/api/auth/callback/credentials", {
    method: "POST",
    headers: { "content-type": "application/x-www-form-urlencoded", origin: visitor.origin },
    body: new URLSearchParams({ ...owner.person, csrfToken: csrf.csrfToken, json: "true" }),
  });
  expect((await visitor.request("/account")).headers.get("location")).toContain("/login");
});

test("a wrong code is told, the right one signs in and leads on, and no code signs in twice", async () => {
  const visitor = await halfSignedIn("/account");
  const page = "/login/second-step?next=%2Faccount";
  const wrong = await visitor.submit(page, 'name="code"', { code: "000000" });
  expect(await wrong.text()).toContain(en.errors.code_wrong);
  const copy = visitor.copy();
  const code = app.code();
  expectRedirect(
    await visitor.submit(page, 'name="code"', { code: `${code.slice(0, 3)} ${code.slice(3)}` }),
    "/account",
  );
  expect((await visitor.request("/account")).status).toBe(200);
  // Neither the code nor the pending sign-in works a second time.
  expect((await copy.request("/login/second-step")).headers.get("location")).toMatch(/\/login$/);
  const again = await (await halfSignedIn()).submit("/login/second-step", 'name="code"', { code });
  expect(await again.text()).toContain(en.errors.code_wrong);
});

test("a recovery code signs in once, and is counted on the account's page", async () => {
  const [code = ""] = codes;
  const visitor = await halfSignedIn();
  expectRedirect(
    await visitor.submit("/login/second-step", 'name="code"', { code: code.toUpperCase() }),
    owner.path,
  );
  const again = await (await halfSignedIn()).submit("/login/second-step", 'name="code"', { code });
  expect(await again.text()).toContain(en.errors.code_wrong);
  expect(await visitor.html("/account")).toContain("9 codes left");
});

test("a pending sign-in ends when the password changes or when its person starts again", async () => {
  const visitor = await halfSignedIn();
  await asSuperuser("DELETE FROM pending_sign_ins");
  expect((await visitor.request("/login/second-step")).headers.get("location")).toMatch(/\/login$/);
  const other = await halfSignedIn();
  expectRedirect(await other.submit("/login/second-step", en.secondStep.restart, {}), "/login");
  expect((await other.request("/login/second-step")).headers.get("location")).toMatch(/\/login$/);
});

test("whoever needs a second factor proves themselves with it, and not with the password", async () => {
  const { person, http } = await teammate(owner, "admin");
  const { app: own } = await setUpApp(http);
  await asSuperuser(
    "UPDATE sessions SET proven_at = now() - interval '1 hour' FROM users u WHERE u.id = user_id AND email = $1",
    [person.email],
  );
  const page = "/account/confirm?next=%2Faccount";
  expect(await http.html(page)).not.toContain('name="password"');
  expectRedirect(await http.submit("/account/second-factor", en.secondFactor.remove, {}), "/account/confirm");
  expectRedirect(await http.submit(page, 'name="code"', { code: own.code() }), "/account");
  expectRedirect(
    await http.submit("/account/second-factor", en.secondFactor.remove, {}),
    "/account/second-factor",
  );
  const visitor = nobody();
  expectRedirect(await visitor.submit("/login", 'name="password"', person), owner.path);
});

test("with a live key, an owner who signs in again is led to a second step before owner's acts; links go on", async () => {
  const shop = await connectedOwner();
  const { key } = await openAccount(inject("portal").upstreamUrl, "live");
  await shop.http.submit(`${shop.path}/settings/api-keys`, 'name="apiKey"', { apiKey: key });
  // The session that connected it goes on, and is told.
  expect(await shop.http.html(`${shop.path}/settings/team`)).toContain(en.secondFactor.noticeTitle);

  const again = nobody();
  expectRedirect(await again.submit("/login", 'name="password"', shop.person), shop.path);
  const team = `${shop.path}/settings/team`;
  const led = `/account/second-factor?next=${encodeURIComponent(team)}`;
  for (const page of ["team", "general", "api-keys", "audit", "templates"]) {
    const { headers } = await again.request(`${shop.path}/settings/${page}`);
    expect(headers.get("location"), page).toContain("/account/second-factor?next=");
  }
  expect((await again.request(`${shop.path}/settings/audit/export.csv`)).status).toBe(403);
  // A form that was open before waits too.
  const form = formHolding(await shop.http.html(team), 'name="email"');
  const sent = await again.send(team, form, { email: "eva@example.com", role: "viewer" });
  expect(sent.headers.get("location")).toBe(led);
  expect(await again.html(led)).toContain("takes real payments");
  const link = { amount: "5", description: "Coffee" };
  await makeLink({ ...shop, http: again }, link);

  await setUpApp(again);
  expect((await again.request(team)).status).toBe(200);
  await again.submit(team, en.secondFactor.relax, {});
  const colleague = nobody();
  const { person, http } = await teammate(shop, "admin");
  expect((await http.request(team)).status).toBe(200);
  await again.submit(team, en.secondFactor.require, {});
  expectRedirect(await colleague.submit("/login", 'name="password"', person), shop.path);
  expect((await colleague.request(team)).headers.get("location")).toBe(led);
});
