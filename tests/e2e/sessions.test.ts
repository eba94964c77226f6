import { expect, inject, test } from "vitest";
import { en } from "@/lib/i18n/messages/en/catalogue";
import { openBrowser, openBrowserAs } from "@/tests/support/browser";
import { formHolding } from "@/tests/support/http-visitor";
import { connectedOwner, expectRedirect, newPerson, nobody, signedUp } from "@/tests/support/people";
import { asSuperuser } from "@/tests/support/roles";
import { english as labels } from "./labels";

test("ending a session elsewhere signs that browser out on its next request", async () => {
  const { person, http } = await signedUp();
  const { page, context } = await openBrowserAs(http);
  const elsewhere = nobody();
  expectRedirect(await elsewhere.submit("/login", 'name="password"', person), "/m");
  expect((await elsewhere.request("/account")).status).toBe(200);

  await page.goto("/account");
  await page.getByRole("button", { name: en.account.end }).click();
  await page.getByRole("button", { name: en.account.end }).waitFor({ state: "detached" });
  const refused = await elsewhere.request("/account");
  expect(refused.headers.get("location")).toBe("/login?next=%2Faccount");
  await page.reload();
  expect(page.url()).toMatch(/\/account$/);
  await context.close();
});

test("signing out ends the session itself: a copy of its cookie opens nothing", async () => {
  const { http, path } = await connectedOwner();
  const copy = http.copy();
  expect((await copy.request(`${path}/links`)).status).toBe(200);
  const signedOut = await http.submit(`${path}/links`, "Sign out", {});
  expectRedirect(signedOut, "/login");
  expect(signedOut.headers.get("clear-site-data")).toBe('"cache", "storage"');
  for (const visitor of [http, copy]) {
    expect((await visitor.request(`${path}/links`)).headers.get("location")).toContain("/login?next=");
  }
});

test("signing in again in one browser ends the session that it had, whoever signs in", async () => {
  const { person, http } = await signedUp();
  const { person: other } = await signedUp();
  for (const next of [person, other]) {
    const before = http.copy();
    const form = formHolding(await nobody().html("/login"), 'name="password"');
    expectRedirect(await http.send("/login", form, next), "/m");
    expect((await before.request("/account")).headers.get("location")).toContain("/login");
    expect(await http.html("/account")).toContain(next.email);
  }
});

test("while outsiders guess, people sign in with a browser or from a network that they know", async () => {
  const { person, http } = await signedUp();
  const form = formHolding(await nobody().html("/login"), 'name="password"');
  const guess = { ...person, password: "a guess" };
  const said = async (answer: Response) => (await answer.text()).includes("Too many attempts");
  for (let turn = 0; turn < 40; turn++) await nobody().send("/login", form, guess);
  expect(await said(await nobody().send("/login", form, guess))).toBe(true);

  expectRedirect(await http.submit("/account", "Sign out", {}), "/login");
  const elsewhere = { "x-forwarded-for": "203.0.113.77" };
  expectRedirect(await http.send("/login", form, person, elsewhere), "/m");
  const newDevice = nobody();
  const home = { "x-forwarded-for": http.address };
  expectRedirect(await newDevice.send("/login", form, person, home), "/m");
});

test("a disabled account is signed out at once and cannot sign in", async () => {
  const { person, http } = await signedUp();
  await asSuperuser("UPDATE users SET disabled_at = now() WHERE email = $1", [person.email]);
  expect((await http.request("/m/new")).headers.get("location")).toContain("/login");
  expect((await nobody().submit("/login", 'name="password"', person)).status).toBe(200);
});

test("a forged or altered session cookie opens nothing", async () => {
  const { http } = await signedUp();
  const [cookie] = http.browserCookies().filter(({ name }) => name.endsWith("-session"));
  const value = cookie?.value ?? "";
  expect(value).toMatch(/^[^.]+\.\.[^.]+\.[^.]+\.[^.]+$/);
  for (const forged of [
    "",
    "x",
    value.slice(0, -2),
    `${value.slice(0, 40)}A${value.slice(41)}`,
    "a.b.c.d.e",
  ]) {
    const answer = await fetch(`${inject("portal").url}/account`, {
      redirect: "manual",
      headers: { cookie: `${cookie?.name}=${forged}` },
    });
    expect(answer.status, forged).toBe(307);
  }
});

const elsewhere = [
  "//elsewhere.example",
  "https://elsewhere.example",
  "/\\elsewhere.example",
  "\\\\elsewhere.example",
  "/\t/elsewhere.example",
  "/..//elsewhere.example",
  "/.//elsewhere.example",
  "/%2e%2e//elsewhere.example",
  "/m/../..//elsewhere.example",
  "///elsewhere.example",
  "javascript:alert(1)",
  "http:elsewhere.example",
  " //elsewhere.example",
];

test("signing in leads nowhere but into the portal", async () => {
  const { person } = await signedUp();
  const { url } = inject("portal");
  const signedIn = nobody();
  await signedIn.submit("/login", 'name="password"', person);
  const form = formHolding(await nobody().html("/login"), 'name="password"');
  for (const next of elsewhere) {
    const address = `/login?next=${encodeURIComponent(next)}`;
    const answers = [
      await nobody().submit(address, 'name="password"', person),
      await nobody().send("/login", form, { ...person, next }),
      await signedIn.request(address),
    ];
    for (const answer of answers) {
      const place = answer.headers.get("location") ?? "";
      expect(new URL(place, url).origin, next).toBe(url);
      // The router in the browser resolves paths by its own rules.
      expect(place, next).not.toContain("elsewhere");
      await answer.body?.cancel();
    }
  }
  const kept = await nobody().submit("/login?next=/account", 'name="password"', person);
  expectRedirect(kept, "/account");
});

test.each(["/..//elsewhere.example", "//elsewhere.example"])(
  "signing in with next=%s in a browser stays in the portal",
  async (next) => {
    const { person } = await signedUp();
    const { page } = await openBrowser();
    await page.goto(`/login?next=${encodeURIComponent(next)}`);
    await page.getByLabel(labels.email).fill(person.email);
    await page.getByLabel(labels.password).fill(person.password);
    await page.getByRole("button", { name: labels.signIn }).click();
    await page.waitForURL((now) => !now.pathname.startsWith("/login"));
    expect(new URL(page.url()).origin).toBe(inject("portal").url);
  },
);

test("the cookies of a sign-in are out of reach of scripts and other sites, and pages carry their guards", async () => {
  const person = newPerson();
  const signedIn = await nobody().submit("/signup", 'name="password"', person);
  const cookies = signedIn.headers.getSetCookie();
  const names = cookies.map((cookie) => /^cobro-[0-9a-f]{8}-(\w+)=/.exec(cookie)?.[1]);
  expect(names.sort()).toEqual(["device", "session"]);
  for (const cookie of cookies) {
    for (const attribute of [/; *HttpOnly/i, /; *SameSite=lax/i, /; *Path=\//i]) {
      expect(cookie).toMatch(attribute);
    }
  }
  const { http, path } = await connectedOwner();
  const nonces = new Set<string>();
  const pages = [
    "/login",
    "/signup",
    "/account",
    "/m",
    `${path}/links`,
    `${path}/links/new`,
    "/no-such-page",
  ];
  for (const page of pages) {
    const { headers } = await http.request(page);
    const policy = headers.get("content-security-policy") ?? "";
    const [, nonce = ""] = /script-src [^;]*'nonce-([^']+)'/.exec(policy) ?? [];
    nonces.add(nonce);
    expect(policy, page).toMatch(/default-src 'self'/);
    expect(policy, page).toMatch(/frame-ancestors 'none'/);
    expect(policy, page).toMatch(/form-action 'self'/);
    expect(policy, page).not.toMatch(/script-src [^;]*unsafe/);
    expect(headers.get("x-content-type-options"), page).toBe("nosniff");
    expect(headers.get("x-frame-options"), page).toBe("DENY");
    expect(headers.get("referrer-policy"), page).toBe("same-origin");
    expect(headers.get("cross-origin-opener-policy"), page).toBe("same-origin");
    expect(headers.get("cross-origin-resource-policy"), page).toBe("same-origin");
    // Over http, browsers ignore it, and it would be a promise that nobody made.
    expect(headers.get("strict-transport-security"), page).toBeNull();
    expect(headers.get("clear-site-data"), page).toBeNull();
    expect(headers.get("x-powered-by"), page).toBeNull();
    expect(headers.get("cache-control"), page).toMatch(/no-store/);
  }
  expect(nonces.size).toBe(pages.length);
});

test("a form that another site sends is not handled", async () => {
  const { http, path, account } = await connectedOwner();
  const form = formHolding(await http.html(`${path}/links/new`), 'name="intentId"');
  const body = new FormData();
  for (const [name, value] of form.fields) body.append(name, value);
  body.set("amount", "5.00");
  body.set("description", "From elsewhere");
  const answer = await http.request(`${path}/links/new`, {
    method: "POST",
    body,
    headers: { origin: "https://elsewhere.example" },
  });
  expect(answer.status).toBe(403);
  expect(await account.links()).toEqual([]);
});
