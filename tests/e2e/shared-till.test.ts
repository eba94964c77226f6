import { beforeAll, describe, expect, test } from "vitest";
import { en } from "@/lib/i18n/messages/en/catalogue";
import { openBrowserAs } from "@/tests/support/browser";
import type { HttpVisitor } from "@/tests/support/http-visitor";
import { connectedOwner, expectRedirect, nobody, type Owner } from "@/tests/support/people";
import { asSuperuser, teammate } from "@/tests/support/roles";

const pins = { owner: "8305", cashier: "4071" };

let owner: Owner;
let cashier: Awaited<ReturnType<typeof teammate>>;
/** The browser on the counter, where nobody is signed in. */
let till: HttpVisitor;

beforeAll(async () => {
  owner = await connectedOwner("Café Luna");
  cashier = await teammate(owner, "cashier");
  for (const [http, pin] of [
    [owner.http, pins.owner],
    [cashier.http, pins.cashier],
  ] as const) {
    const chosen = await http.submit(`${owner.path}/settings/pin`, 'name="again"', { pin, again: pin });
    expectRedirect(chosen, "/settings/pin");
  }
  till = nobody();
  await signIn(till, owner.person);
  const enrolled = await till.submit(`${owner.path}/settings/tills`, 'name="name"', { name: "Counter" });
  expect(expectRedirect(enrolled, "/till")).toBe("/till");
});

async function signIn(http: HttpVisitor, { email, password }: { email: string; password: string }) {
  expectRedirect(await http.submit("/login", 'name="password"', { email, password }), "");
}

async function findUserId(email: string): Promise<string> {
  return (await asSuperuser("SELECT id FROM users WHERE email = $1", [email])).rows[0].id;
}

/** Types a PIN on the lock screen, as a browser without scripts does. */
async function type(http: HttpVisitor, email: string, pin: string): Promise<Response> {
  return http.submit(`/till?person=${await findUserId(email)}`, 'name="pin"', { pin });
}

async function getStatus(http: HttpVisitor, path: string): Promise<string> {
  const { status, headers } = await http.request(path);
  const location = headers.get("location");
  return location ? `${status} ${new URL(location, http.origin).pathname}` : String(status);
}

describe("a shared till", () => {
  test("shows nobody's session after it was enrolled, and a lock screen for every page", async () => {
    expect(await getStatus(till, `${owner.path}/links`)).toBe("307 /till");
    expect(await getStatus(till, "/account")).toBe("307 /till");
    const page = await till.html("/till");
    expect(page).toContain("Café Luna");
    expect(page).toContain(`person=${await findUserId(cashier.person.email)}`);
    expect(await getStatus(nobody(), "/till")).toBe("307 /login");
  });

  test("gives an owner who has shown only a PIN a cashier's rights, and asks for more where they end", async () => {
    const http = till.copy();
    const { email } = owner.person;
    expect(await (await type(http, email, "8306")).text()).toContain(en.errors.wrong_pin);
    expect(expectRedirect(await type(http, email, pins.owner), "/links/new")).toBe(`${owner.path}/links/new`);
    expect(await getStatus(http, `${owner.path}/links/new`)).toBe("200");
    for (const page of ["general", "team", "api-keys", "tills", "pin", "audit", "templates"]) {
      expect([page, await getStatus(http, `${owner.path}/settings/${page}`)]).toEqual([page, "307 /login"]);
    }
    for (const page of ["/account", "/account/confirm", "/m", "/m/new"]) {
      expect([page, await getStatus(http, page)]).toEqual([page, "307 /login"]);
    }
    expect(await getStatus(http, `${owner.path}/links/export.csv`)).toBe("403");
    expect(await getStatus(http, `${owner.path}/settings/audit/export.csv`)).toBe("403");
    // The browser on the counter keeps nothing for times without a network, and no drafts: the next one would see them.
    expect(await getStatus(http, `${owner.path}/offline`)).toBe("204");
    expect(await http.html(`${owner.path}/links/new`)).toMatch(/\\"keeper\\":null/);
    const made = await http.submit(`${owner.path}/links/new`, 'name="intentId"', {
      amount: "3.50",
      description: "Coffee",
    });
    expectRedirect(made, `${owner.path}/links/`);
    const { rows } = await asSuperuser(
      `SELECT details->>'till' AS till FROM audit_events
       WHERE action = 'link.created' AND actor_id = $1 ORDER BY id DESC LIMIT 1`,
      [await findUserId(email)],
    );
    expect(rows).toEqual([{ till: "Counter" }]);
    // The session's cookie is worth nothing without the till's.
    expect(await session(http)).toBe(200);
    expect(await session(withoutTill(http))).toBe(307);
    const locked = await http.submit(`${owner.path}/links/new`, en.till.lock, {});
    // The next person does not load the portal anew.
    expect(locked.headers.get("clear-site-data")).toBe('"storage"');
    expect(await getStatus(http, `${owner.path}/links/new`)).toBe("307 /till");
  });

  test("locks after the minutes that the owner set, and when it is removed", async () => {
    const http = till.copy();
    await type(http, cashier.person.email, pins.cashier);
    expect(await session(http)).toBe(200);
    await owner.http.submit(`${owner.path}/settings/tills`, 'name="minutes"', { minutes: "2" });
    await asSuperuser(
      "UPDATE sessions SET last_seen_at = now() - interval '121 s' WHERE pin_id IS NOT NULL AND user_id = $1",
      [await findUserId(cashier.person.email)],
    );
    expect(await session(http)).toBe(307);
    await type(http, cashier.person.email, pins.cashier);
    expect(await session(http)).toBe(200);
    await owner.http.submit(`${owner.path}/settings/tills`, 'name="deviceId"', {});
    expect(await getStatus(http, `${owner.path}/links/new`)).toBe("307 /login");
    expect(await getStatus(http, "/till")).toBe("307 /login");
  });
});

test("one person's draft is not the next one's, and the keys type the PIN", async () => {
  const counter = nobody();
  await signIn(counter, owner.person);
  await counter.submit(`${owner.path}/settings/tills`, 'name="name"', { name: "Window" });
  const { page } = await openBrowserAs(counter);
  await page.goto(`${counter.origin}/till`);
  await enter(pins.cashier, cashier.person.name, cashier.person.email);
  await page.waitForURL("**/links/new");
  await page.locator("[name=amount]").fill("41.50");
  await page.locator("input[name=description]").fill("Nobody else's business");
  await page.getByRole("button", { name: en.till.lock, exact: true }).click();
  await page.waitForURL("**/till");
  await enter(pins.owner, owner.person.name, owner.person.email);
  await page.waitForURL("**/links/new");
  expect(await page.locator("[name=amount]").inputValue()).toBe("");
  expect(await page.locator("input[name=description]").inputValue()).toBe("");

  async function enter(pin: string, name: string, email: string): Promise<void> {
    await page.locator(`a[href="/till?person=${await findUserId(email)}"]`, { hasText: name }).click();
    for (const digit of pin) await page.getByRole("button", { name: digit, exact: true }).click();
    await page.getByRole("button", { name: en.till.open, exact: true }).click();
  }
});

async function session(http: HttpVisitor): Promise<number> {
  return (await http.request(`${owner.path}/links/new`)).status;
}

/** The same cookies but for the till's, as a thief on another device would have them. */
function withoutTill(http: HttpVisitor): HttpVisitor {
  const thief = nobody();
  for (const { name, value } of http.browserCookies()) {
    if (!name.endsWith("-till")) thief.holdCookie(name, value);
  }
  return thief;
}
