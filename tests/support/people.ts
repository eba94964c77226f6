import { inject } from "vitest";
import { HttpVisitor } from "@/tests/support/http-visitor";
import { openAccount, type TestAccount } from "@/tests/support/sandbox";

export type Person = { name: string; email: string; password: string };

export function newPerson(name = "Ana Rojas"): Person {
  const unique = crypto.randomUUID().slice(0, 8);
  return { name, email: `person-${unique}@example.com`, password: `correct horse ${unique}` };
}

/** A visitor without an account. */
export function nobody(): HttpVisitor {
  return new HttpVisitor(inject("portal").url);
}

/** A person who has just signed up, without a browser. */
export async function signedUp(person = newPerson()): Promise<{ person: Person; http: HttpVisitor }> {
  const http = nobody();
  expectRedirect(await http.submit("/signup", 'name="password"', person), "/m/new");
  return { person, http };
}

export type Owner = { person: Person; http: HttpVisitor; slug: string; path: string };

/** An owner of a new merchant without a key. `path` is `/m/<slug>`. */
export async function merchantOwner(name = "Café Luna"): Promise<Owner> {
  const { person, http } = await signedUp();
  const created = await http.submit("/m/new", 'name="timeZone"', { name, timeZone: "America/Costa_Rica" });
  const path = expectRedirect(created, "/settings/api-keys").replace("/settings/api-keys", "");
  return { person, http, path, slug: path.replace("/m/", "") };
}

/** The same with a connected key. The test also gets the key's account in the simulator of 4Geeks. */
export async function connectedOwner(name?: string): Promise<Owner & { account: TestAccount }> {
  const owner = await merchantOwner(name);
  const account = await openAccount(inject("portal").upstreamUrl);
  const page = `${owner.path}/settings/api-keys`;
  expectRedirect(await owner.http.submit(page, 'name="apiKey"', { apiKey: account.key }), "/links/new");
  return { ...owner, account };
}

/** Creates a link with the form, and answers the path of its page. */
export async function makeLink(
  owner: Owner,
  values: { amount: string; description: string },
): Promise<string> {
  const created = await owner.http.submit(`${owner.path}/links/new`, 'name="intentId"', values);
  return expectRedirect(created, `${owner.path}/links/`);
}

/**
 * The path that an answer redirects to.
 * @throws when it is no redirect, or the path does not contain `part`.
 */
export function expectRedirect(response: Response, part: string): string {
  const location = response.headers.get("location") ?? "";
  const { pathname, search } = new URL(location, response.url);
  if (response.status !== 303 || !pathname.includes(part)) {
    throw new Error(`expected a redirect to ${part}, got ${response.status} ${location}`);
  }
  return pathname + search;
}
