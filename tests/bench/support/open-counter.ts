import { HttpVisitor } from "@/tests/support/http-visitor";
import { openAccount, type TestAccount } from "@/tests/support/sandbox";

export type Counter = { http: HttpVisitor; path: string; account: TestAccount };

/** An owner with a merchant and a test key. */
export async function openCounter(url: string, upstreamUrl: string): Promise<Counter> {
  const http = new HttpVisitor(url);
  const person = { name: "Ana", email: "ana@example.com", password: "correct horse battery" };
  await http.submit("/signup", 'name="password"', person);
  const made = await http.submit("/m/new", 'name="timeZone"', { name: "Café Luna" });
  const path = (made.headers.get("location") ?? "").replace("/settings/api-keys", "");
  const account = await openAccount(upstreamUrl);
  await http.submit(`${path}/settings/api-keys`, 'name="apiKey"', { apiKey: account.key });
  return { http, path, account };
}
