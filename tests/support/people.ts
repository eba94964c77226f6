import { inject } from "vitest";
import { HttpVisitor } from "@/tests/support/http-visitor";
import { openAccount, type TestAccount } from "@/tests/support/sandbox";

export type Person = { name: string; email: string; password: string };

export function newPerson(name = "Ana Rojas"): Person {
  const unique = crypto.randomUUID().slice(0, 8);
  return { name, email: `person-${unique}@example.com`, password: `correct horse ${unique}` };
}

/** Somebody whom the portal does not know. */
export function nobody(): HttpVisitor {
  return new HttpVisitor(inject("portal").url);
}

/** Somebody who has signed up, without a browser, for tests whose subject comes later. */
export async function signedUp(person = newPerson()): Promise<{ person: Person; http: HttpVisitor }> {
  const http = nobody();
  expectRedirect(await http.submit("/signup", 'name="password"', person), "/m/new");
  return { person, http };
}

export type Owner = { person: Person; http: HttpVisitor; slug: string; path: string };

/** An owner of a new merchant that has no key yet. `path` is `/m/<slug>`. */
export async function merchantOwner(name = "Café Luna"): Promise<Owner> {
  const { person, http } = await signedUp();
  const created = await http.submit("/m/new", 'name="timeZone"', { name, timeZone: "America/Costa_Rica" });
  const path = expectRedirect(created, "/settings/api-keys").replace("/settings/api-keys", "");
  return { person, http, path, slug: path.replace("/m/", "") };
}

/** The same with a pasted key, whose account at the simulator of 4Geeks the test holds too. */
export async function connectedOwner(name?: string): Promise<Owner & { account: TestAccount }> {
  const owner = await merchantOwner(name);
  const account = await openAccount(inject("portal").upstreamUrl);
  const page = `${owner.path}/settings/api-keys`;
  expectRedirect(await owner.http.submit(page, 'name="apiKey"', { apiKey: account.key }), "/links/new");
  return { ...owner, account };
}

/** Makes a link through the form and answers the path of its page. */
export async function makeLink(
  owner: Owner,
  values: { amount: string; description: string },
): Promise<string> {
  const created = await owner.http.submit(`${owner.path}/links/new`, 'name="intentId"', values);
  return expectRedirect(created, `${owner.path}/links/`);
}

/** The path that an answer sends the browser to. @throws when it is no redirect to a path that holds `part`. */
export function expectRedirect(response: Response, part: string): string {
  const location = response.headers.get("location") ?? "";
  const { pathname, search } = new URL(location, response.url);
  if (response.status !== 303 || !pathname.includes(part)) {
    throw new Error(`expected a redirect to ${part}, got ${response.status} ${location}`);
  }
  return pathname + search;
}
