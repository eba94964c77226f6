import { readFile } from "node:fs/promises";
import { networkInterfaces } from "node:os";
import { afterAll, expect, inject, test } from "vitest";
import { openBrowser, seenText } from "@/tests/support/browser";
import { HttpVisitor } from "@/tests/support/http-visitor";
import { expectRedirect, newPerson, type Person } from "@/tests/support/people";
import { type PlainProxy, type ProxyHeaders, startPlainProxy } from "@/tests/support/plain-proxy";
import { startPortal } from "@/tests/support/start-portal";
import { english as words } from "./labels";

type Proxy = { secure: boolean; headers?: ProxyHeaders };

const proxies: Record<string, Proxy> = {
  "proxy_pass and nothing else": { secure: false },
  "proxy_pass and nothing else, over https": { secure: true },
  "X-Forwarded-Host without the port": {
    secure: true,
    headers: (asked) => ({ "x-forwarded-host": asked.host?.replace(/:\d+$/, "") ?? "" }),
  },
  "Host without the port": {
    secure: false,
    headers: (asked) => ({ host: asked.host?.replace(/:\d+$/, "") ?? "" }),
  },
  "X-Forwarded-Proto of the way between": {
    secure: true,
    headers: () => ({ "x-forwarded-proto": "http", "x-forwarded-port": "80" }),
  },
  "everything passed on": {
    secure: true,
    headers: (asked) => ({
      host: asked.host ?? "",
      "x-forwarded-host": asked.host ?? "",
      "x-forwarded-proto": "https",
    }),
  },
};

type Behind = { front: PlainProxy; portal: Awaited<ReturnType<typeof startPortal>> };

const started: { close: () => Promise<unknown> }[] = [];
/** One portal for all proxies that people reach in the same way; starting one takes seconds. */
const shared = new Map<boolean, Promise<Behind>>();

afterAll(() => Promise.all(started.map(({ close }) => close())));

async function startBehind(secure: boolean, settings: Record<string, string> = {}): Promise<Behind> {
  const { settings: usual, logFile } = inject("portal");
  const front = await startPlainProxy(secure);
  started.push(front);
  const portal = await startPortal(
    { ...usual, TRUSTED_PROXIES: "", APP_URL: front.url, ...settings },
    logFile,
  );
  started.push({ close: portal.stop });
  front.passTo(portal.url);
  return { front, portal };
}

async function behind({ secure, headers = () => ({}) }: Proxy): Promise<Behind> {
  const found = shared.get(secure) ?? startBehind(secure);
  shared.set(secure, found);
  (await found).front.addHeaders(headers);
  return await found;
}

async function signUp(person: Person): Promise<void> {
  const http = new HttpVisitor(inject("portal").url);
  expectRedirect(await http.submit("/signup", 'name="password"', person), "/m/new");
}

async function signIn(baseURL: string, person: Person, javaScriptEnabled = true) {
  const visitor = await openBrowser({ baseURL, javaScriptEnabled, ignoreHTTPSErrors: true });
  const { page } = visitor;
  // Chromium says so where an https portal is opened over http.
  if (!/localhost|^https/.test(baseURL)) visitor.expectConsole(/^The Cross-Origin-Opener-Policy header/);
  await page.goto("/login");
  await page.getByLabel(words.email).fill(person.email);
  await page.getByLabel(words.password).fill(person.password);
  return { ...visitor, send: () => page.getByRole("button", { name: words.signIn }).click() };
}

test.each(Object.entries(proxies))("people sign in and make a business through %s", async (_name, proxy) => {
  const address = (await behind(proxy)).front.url;
  const person = newPerson();
  await signUp(person);
  // What a proxy changes is judged alike with and without scripts, so that one of each kind is tried in both ways.
  for (const withScripts of proxy.headers ? [true] : [true, false]) {
    const { page, send } = await signIn(address, person, withScripts);
    await send();
    await page.waitForURL(/\/m(\/|$)/);
    expect(new URL(page.url()).origin).toBe(address);
    await page.goto("/m/new");
    await page.getByLabel(words.businessName).fill("Sol");
    await page.getByRole("button", { name: words.createBusiness }).click();
    await page.waitForURL(/\/settings\/api-keys$/);
    expect(new URL(page.url()).origin).toBe(address);
  }
});

test("without APP_URL it is said what to set, with and without scripts", async () => {
  const address = (await startBehind(false, { APP_URL: "" })).front.url;
  const person = newPerson();
  await signUp(person);
  for (const withScripts of [true, false]) {
    const { page, send, expectStatus } = await signIn(address, person, withScripts);
    expectStatus(403);
    await send();
    await expect.poll(() => seenText(page.locator("main"))).toContain(`APP_URL=${address}`);
    expect(await seenText(page.locator("main"))).toMatch(/was not accepted(.|\n)*Host header/);
  }
  const log = await readFile(inject("portal").logFile, "utf8");
  expect(log).toMatch(new RegExp(`"code":"origin_refused".*${address}`));
});

test("opened over http where the portal is an https one, it says which address works", async () => {
  const ip = Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .find(({ family, internal }) => family === "IPv4" && !internal)?.address;
  // A machine without a network has no such address; but its own host name is reached over http too.
  const { portal } = await startBehind(false, { APP_URL: "https://cobro.example", HOST: "0.0.0.0" });
  const own = portal.url.replace("127.0.0.1", ip ?? "127.0.0.2");
  const { page, send, expectStatus } = await signIn(own, newPerson(), false);
  expectStatus(403);
  await send();
  await expect.poll(() => seenText(page.locator("main"))).toContain("Open https://cobro.example");
});

test.each(Object.entries(proxies))("forms of other sites are refused behind %s", async (_name, proxy) => {
  const { front, portal } = await behind(proxy);
  const address = front.url;
  const person = newPerson();
  await signUp(person);
  const visitor = new HttpVisitor(portal.url);
  const { host, port } = new URL(address);
  const passedOn = proxy.headers?.({ host }) ?? {};
  for (const origin of [
    "null",
    "https://elsewhere.example",
    `https://${host}.elsewhere.example`,
    `http://localhost:${Number(port) + 1}`,
    address.replace("localhost", "cobro.localhost"),
    "not an origin",
    "",
  ]) {
    const headers = { ...passedOn, origin };
    const answer = await visitor.submit("/login", 'name="password"', person, headers);
    expect([origin, answer.status, answer.headers.get("set-cookie")]).toEqual([origin, 403, null]);
    const isHttpsOnly = answer.headers.has("strict-transport-security");
    expect(isHttpsOnly).toBe(proxy.secure);
  }
  const headers = { ...passedOn, "sec-fetch-site": "cross-site" };
  const answer = await visitor.request("/login", { method: "POST", body: new FormData(), headers });
  expect(answer.status).toBe(403);
});

test("an address that a visitor invents is stored only if a trusted proxy has passed it on", async () => {
  // The portal of all tests trusts proxies on this machine, one behind a plain proxy trusts none. Whether a network is
  // a trusted one is tested where that is read.
  const trusting = inject("portal").url;
  const { front, portal } = await behind({ secure: false });
  for (const [url, origin, seen] of [
    [portal.url, front.url, "127.0.0.1"],
    [trusting, trusting, "198.51.100.66"],
  ] as const) {
    const visitor = new HttpVisitor(url);
    const headers = { origin, "x-forwarded-for": "6.6.6.6, 198.51.100.66:4711" };
    await visitor.submit("/signup", 'name="password"', newPerson(), headers);
    const account = await visitor.html("/account");
    expect([url, account.includes(seen), account.includes("6.6.6.6")]).toEqual([url, true, false]);
  }
});
