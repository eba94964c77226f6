import { afterAll, beforeAll, expect, inject, test, vi } from "vitest";
import { freePort } from "@/bin/embedded-postgres/server";
import { en } from "@/lib/i18n/messages/en/catalogue";
import { es } from "@/lib/i18n/messages/es/catalogue";
import { setUpApp } from "@/tests/support/authenticator-app";
import { openBrowser } from "@/tests/support/browser";
import { HttpVisitor } from "@/tests/support/http-visitor";
import { type Account, client, TestIdentityProvider } from "@/tests/support/identity-provider";
import { expectRedirect, merchantOwner, newPerson, type Owner, signedUp } from "@/tests/support/people";
import { asSuperuser } from "@/tests/support/roles";
import { type RunningPortal, startPortal } from "@/tests/support/start-portal";

// A real provider of OpenID Connect, and a portal that knows it. The protocol is next-auth's own.

const start = "/login/with/oidc";
const callback = "/api/auth/callback/oidc";
let portal: RunningPortal;
let provider: TestIdentityProvider;
let owner: Owner;
/** The owner's account at the provider. */
let account: Account;

beforeAll(async () => {
  const { settings, logFile } = inject("portal");
  const issuer = `http://127.0.0.1:${await freePort()}`;
  const oidc = { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: client.id, OIDC_CLIENT_SECRET: client.secret };
  const google = { GOOGLE_CLIENT_ID: "an id", GOOGLE_CLIENT_SECRET: "a secret" };
  portal = await startPortal({ ...settings, ...oidc, ...google, OIDC_NAME: "Acme" }, logFile);
  provider = await TestIdentityProvider.start(issuer, portal.url + callback);
  owner = await merchantOwner();
  owner.http = owner.http.at(portal.url);
  account = await linkNew(owner.http);
});
afterAll(async () => {
  provider?.stop();
  await portal?.stop();
});

const nobody = () => new HttpVisitor(portal.url);
const newAccount = (email = newPerson().email): Account => ({
  ...{ id: crypto.randomUUID(), email, verified: true, name: "Eva Mora" },
});
const place = (response: Response) => new URL(response.headers.get("location") ?? "", portal.url);
const getPath = (response: Response) => place(response).pathname + place(response).search;
const sentence = (problem: keyof typeof en.providerProblem) =>
  en.providerProblem[problem].replaceAll("{provider}", "Acme");

/** Leaves for the provider, signs in there, and answers where the provider sends the browser back to. */
async function leave(visitor: HttpVisitor, account: Account | null, from = start): Promise<string> {
  return provider.signIn(place(await visitor.request(from)).href, account);
}

async function signIn(visitor: HttpVisitor, account: Account | null, from = start): Promise<Response> {
  return visitor.request(await leave(visitor, account, from));
}

/** Links a new account at the provider with that of a person who has just signed in. */
async function linkNew(visitor: HttpVisitor): Promise<Account> {
  const account = newAccount();
  expect(getPath(await signIn(visitor, account, "/account/link/oidc"))).toBe("/account?saved=linked");
  return account;
}

/** Another person with a linked account. */
async function linked(): Promise<{ http: HttpVisitor; account: Account; email: string }> {
  const { http, person } = await signedUp();
  const visitor = http.at(portal.url);
  return { http: visitor, account: await linkNew(visitor), email: person.email };
}

/** The session of this visitor was not proved lately. */
async function forgetProof(email: string): Promise<void> {
  await asSuperuser(
    "UPDATE sessions SET proven_at = now() - interval '1 hour' FROM users WHERE users.id = user_id AND email = $1",
    [email],
  );
}

test("a signed-in person links an account, signs in with it, and the log shows both", async () => {
  const page = await owner.http.html("/account?saved=linked");
  expect(page).toContain(en.account.saved_linked);
  expect(page).toContain(account.email);
  expect(page).not.toContain("Link Acme");
  expect(page).toContain("Link Google");

  const visitor = nobody();
  expect(await visitor.html("/login")).toContain("Continue with Google");
  expect(getPath(await signIn(visitor, account))).toBe(owner.path);
  const elsewhere = nobody();
  expect(getPath(await signIn(elsewhere, account, `${start}?next=/account`))).toBe("/account");
  expect(await elsewhere.html("/account")).toContain(owner.person.email);
  const { rows } = await asSuperuser(
    `SELECT action FROM audit_events JOIN merchants USING (merchant_id) WHERE slug = $1`,
    [owner.slug],
  );
  const actions = rows.map(({ action }) => action);
  expect(actions.filter((action) => action === "identity.linked")).toHaveLength(1);
  expect(actions.filter((action) => action === "session.signed_in")).toHaveLength(2);
});

test("the browser is sent with state, nonce and PKCE, and comes back once, in the same browser, from the same trip", async () => {
  const visitor = nobody();
  const { searchParams } = place(await visitor.request(start));
  expect(searchParams.get("redirect_uri")).toBe(portal.url + callback);
  expect(searchParams.get("code_challenge_method")).toBe("S256");
  for (const name of ["state", "nonce", "code_challenge"]) expect(searchParams.get(name)).toMatch(/.{40}/);

  const back = await leave(visitor, account);
  const expired = /^\/login\?problem=provider_expired&with=oidc/;
  expect(getPath(await nobody().request(back))).toMatch(expired);
  const copy = visitor.copy();
  const forged = new URL(back);
  forged.searchParams.set("state", "forged");
  expect(getPath(await copy.request(forged.href))).toMatch(expired);
  const other = nobody();
  await other.request(start);
  expect(getPath(await other.request(back))).toMatch(expired);
  const before = visitor.copy();
  expect(getPath(await visitor.request(back))).toBe(owner.path);
  for (const again of [visitor, before]) expect(getPath(await again.request(back))).toMatch(expired);
  expect(await nobody().html(getPath(await nobody().request(back)))).toContain(sentence("provider_expired"));
});

test("no other site sends people to the provider, and nobody is led to another site afterwards", async () => {
  const { http } = owner;
  for (const site of ["cross-site", "same-site"]) {
    const headers = { "sec-fetch-site": site };
    expect(getPath(await nobody().request(start, { headers }))).toBe("/login");
    expect(getPath(await http.request("/account/link/oidc", { headers }))).toBe("/account");
  }
  for (const next of ["//elsewhere.example", "https://elsewhere.example", "/..//elsewhere.example"]) {
    const back = await signIn(nobody(), account, `${start}?next=${encodeURIComponent(next)}`);
    expect(place(back).origin, next).toBe(portal.url);
    expect(getPath(back), next).toBe(owner.path);
  }
  const tried = await nobody().request(`${start}?callbackUrl=https://elsewhere.example&redirect_uri=x`);
  expect(place(tried).searchParams.get("redirect_uri")).toBe(portal.url + callback);
  for (const unknown of ["/login/with/none", "/login/with/csrf"]) {
    expect(getPath(await nobody().request(unknown))).toBe("/login");
  }
  for (const path of [
    "/api/auth/callback/none",
    "/api/auth/signin/oidc",
    "/api/auth/providers",
    `${callback}/x`,
  ]) {
    expect((await nobody().request(path)).status, path).toBe(404);
  }
});

test("an account is never entered because the addresses are the same", async () => {
  const { person } = await signedUp();
  const visitor = nobody();
  const back = await signIn(visitor, newAccount(person.email));
  expect(getPath(back)).toBe("/login?problem=identity_unknown&with=oidc");
  expect(await visitor.html(getPath(back))).toContain(sentence("identity_unknown"));
  expect(getPath(await visitor.request("/account"))).toContain("/login");
  const spanish = await visitor.html(getPath(back), { "accept-language": "es-CR" });
  expect(spanish).toContain(es.providerProblem.identity_unknown.replaceAll("{provider}", "Acme"));
});

test("whoever is new comes to a sign-up that is filled in, and signs in with both from then on", async () => {
  const account = newAccount();
  const visitor = nobody();
  expect(getPath(await signIn(visitor, account))).toBe("/signup");
  const page = await visitor.html("/signup");
  expect(page).toContain(`value="${account.email}"`);
  expect(page).toContain('value="Eva Mora"');
  const password = newPerson().password;
  expectRedirect(await visitor.submit("/signup", 'name="password"', { password }), "/m/new");
  expect(getPath(await signIn(nobody(), account))).toBe("/m");
});

test("with another address than the verified one, a sign-up links nothing", async () => {
  const account = newAccount();
  const visitor = nobody();
  await signIn(visitor, account);
  expectRedirect(await visitor.submit("/signup", 'name="password"', newPerson()), "/m/new");
  expect(getPath(await signIn(nobody(), account))).toBe("/signup");
});

test.each([
  ["identity_without_email", { email: undefined }],
  ["identity_unverified", { verified: false }],
] as const)("no account can be made: %s", async (problem, lacking) => {
  const visitor = nobody();
  const back = await signIn(visitor, { ...newAccount(), ...lacking });
  expect(getPath(back)).toBe(`/login?problem=${problem}&with=oidc`);
  expect(await visitor.html(getPath(back))).toContain(sentence(problem));
});

test("the second step is still asked for, and a session without one counts as one factor", async () => {
  const { http, account, email } = await linked();
  expect(getPath(await signIn(nobody(), account))).toBe("/m");
  const factors =
    "SELECT count(second_factor_at)::int AS n FROM sessions JOIN users ON users.id = user_id WHERE email = $1";
  expect((await asSuperuser(factors, [email])).rows).toEqual([{ n: 0 }]);
  const { app } = await setUpApp(http);
  const visitor = nobody();
  const back = await signIn(visitor, account, `${start}?next=/account`);
  expect(getPath(back)).toBe("/login/second-step?next=%2Faccount");
  expect(getPath(await visitor.request("/account"))).toContain("/login");
  const finished = await visitor.submit(getPath(back), 'name="code"', { code: app.code() });
  expectRedirect(finished, "/account");
});

test("linking and unlinking take a fresh proof, and an account belongs to one person", async () => {
  const { http, account, email } = await linked();
  const { http: other } = await linked();
  const unlink = en.provider.unlink;
  expect(getPath(await signIn(other, account, "/account/link/oidc"))).toContain("problem=identity_taken");
  expect(getPath(await signIn(http, newAccount(), "/account/link/oidc"))).toContain(
    "problem=identity_second",
  );
  // A trip that began in one session does not end in another.
  const { http: third } = await signedUp();
  const back = await leave(http, newAccount(), "/account/link/oidc");
  for (const { name, value } of third.browserCookies())
    if (name.endsWith("-session")) http.holdCookie(name, value);
  expect(getPath(await http.request(back))).toContain("/login?problem=provider_expired");

  expect(getPath(await signIn(http, account))).toBe("/m");
  await forgetProof(email);
  expect(getPath(await http.request("/account/link/oidc"))).toBe("/account/confirm?next=%2Faccount");
  expectRedirect(await http.submit("/account", unlink, {}), "/account/confirm");
  await asSuperuser("UPDATE sessions SET proven_at = now()");
  const [id = ""] = /name="id" value="([^"]+)"/.exec(await http.html("/account"))?.slice(1) ?? [];
  expectRedirect(await other.submit("/account", unlink, { id }), "/account");
  expect(await http.html("/account")).toContain(account.email);
  expectRedirect(await http.submit("/account", unlink, {}), "/account");
  expect(await http.html("/account")).toContain("Link Acme");
  expect(getPath(await signIn(nobody(), account))).toBe("/signup");
});

test("a disabled account is not entered", async () => {
  const { account, email } = await linked();
  await asSuperuser("UPDATE users SET disabled_at = now() WHERE email = $1", [email]);
  expect(getPath(await signIn(nobody(), { ...account, email }))).toContain("problem=identity_unknown");
});

test("who is refused, or finds the provider down, misconfigured or with another time, reads why", async () => {
  const expectProblem = async (
    visitor: HttpVisitor,
    answer: Response,
    problem: keyof typeof en.providerProblem,
  ) => {
    expect(getPath(answer)).toBe(`/login?problem=${problem}&with=oidc&next=%2Faccount`);
    expect(await visitor.html(getPath(answer))).toContain(sentence(problem));
  };
  const from = `${start}?next=/account`;
  const declining = nobody();
  await expectProblem(declining, await signIn(declining, null, from), "provider_declined");

  const visitor = nobody();
  const back = await leave(visitor, account, from);
  provider.isDown = true;
  await expectProblem(visitor, await visitor.request(back), "provider_down");
  const late = nobody();
  await expectProblem(late, await late.request(from), "provider_down");
  provider.isDown = false;

  const early = nobody();
  const earlyBack = await leave(early, account, from);
  vi.useFakeTimers({ toFake: ["Date"], now: Date.now() - 2 * 3_600_000 });
  const skewed = await early.request(earlyBack).finally(() => vi.useRealTimers());
  await expectProblem(early, skewed, "provider_clock");

  const unknown = nobody();
  const unknownBack = await leave(unknown, account, from);
  await provider.changeSecret("another one");
  const refused = await unknown.request(unknownBack).finally(() => provider.changeSecret(client.secret));
  await expectProblem(unknown, refused, "provider_misconfigured");
});

test("attempts are counted before the provider is asked", async () => {
  const visitor = nobody();
  await asSuperuser("INSERT INTO rate_limits VALUES ($1, 200, now() + interval '15 minutes')", [
    `provider-from:${visitor.address}`,
  ]);
  const problem = "/login?problem=too_many_attempts&with=oidc";
  expect(getPath(await visitor.request(start))).toBe(problem);
  expect(await visitor.html(problem)).toContain(en.providerProblem.too_many_attempts);
});

test("a browser is led to the provider and back", async () => {
  provider.account = account;
  const { page, expectServer } = await openBrowser({ baseURL: portal.url });
  expectServer(provider.issuer);
  await page.goto("/login?next=/account");
  await page.getByRole("link", { name: "Continue with Acme" }).click();
  await page.getByText(owner.person.email).waitFor();
  expect(new URL(page.url()).pathname).toBe("/account");
});
