import { networkInterfaces } from "node:os";
import { expect, inject, onTestFinished, test } from "vitest";
import { migrate } from "@/bin/database/migrate";
import { openBrowser } from "@/tests/support/browser";
import { HttpVisitor } from "@/tests/support/http-visitor";
import { expectRedirect, merchantOwner, newPerson } from "@/tests/support/people";
import { asSuperuser } from "@/tests/support/roles";
import { startPortal } from "@/tests/support/start-portal";

async function anotherPortal(settings: Record<string, string>) {
  const { settings: shared, logFile } = inject("portal");
  const portal = await startPortal({ ...shared, ...settings }, logFile);
  onTestFinished(portal.stop);
  return portal;
}

test("two portals on one host, and another program on next-auth, leave each other's sessions alone", async () => {
  const { url } = inject("portal");
  // Another installation has a secret and a database of its own.
  await asSuperuser("CREATE DATABASE side_by_side OWNER cobro");
  const database = new URL("side_by_side", inject("portal").settings.DATABASE_URL).href;
  await migrate(database);
  const other = await anotherPortal({
    DATABASE_URL: database,
    NEXTAUTH_SECRET: "the secret of another installation, long enough",
  });
  const { context } = await openBrowser({ baseURL: url });
  for (const address of [url, other.url]) {
    const http = new HttpVisitor(address);
    expectRedirect(await http.submit("/signup", 'name="password"', newPerson()), "/m/new");
    await http.html("/api/auth/csrf");
    // The cookies that a browser would have after both: of two with the same name, the later one.
    await context.addCookies(http.browserCookies());
    await context.addCookies([
      { name: "next-auth.session-token", value: "of another program", url: address },
    ]);
  }
  const cookies = (await context.cookies()).map(({ name, value }) => `${name}=${value}`);
  // At least two of each portal, and that of the other program.
  expect(cookies.length).toBeGreaterThanOrEqual(5);
  for (const address of [url, other.url]) {
    const headers = { cookie: cookies.join("; ") };
    const answer = await fetch(`${address}/m/new`, { headers, redirect: "manual" });
    expect([address, answer.status]).toEqual([address, 200]);
  }
});

test("over https every cookie is for this host alone", async () => {
  const { url: address } = await anotherPortal({ APP_URL: "https://cobro.example" });
  const http = new HttpVisitor(address);
  const signedUp = await http.submit("/signup", 'name="password"', newPerson(), {
    origin: "https://cobro.example",
  });
  const chosen = await http.submit(
    "/account",
    'name="language"',
    { language: "es" },
    { origin: "https://cobro.example" },
  );
  const auth = await http.request("/api/auth/csrf");
  const cookies = [signedUp, chosen, auth].flatMap(({ headers }) => headers.getSetCookie());
  expect(cookies.length).toBeGreaterThan(3);
  for (const cookie of cookies) {
    expect(cookie).toMatch(/^__Host-cobro-[0-9a-f]{8}-/);
    expect(cookie).toMatch(/; *secure/i);
    expect(cookie).toMatch(/; *path=\/(;|$)/i);
  }
});

test("an invitation names the address at which the inviter has the portal open", async () => {
  const ip = Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .find(({ family, internal }) => family === "IPv4" && !internal)?.address;
  const { url } = await anotherPortal({ APP_URL: "", HOST: "0.0.0.0" });
  const owner = await merchantOwner();
  for (const address of [url, ...(ip ? [url.replace("127.0.0.1", ip)] : [])]) {
    const http = owner.http.at(address);
    const email = `${crypto.randomUUID()}@example.com`;
    const sent = await http.submit(`${owner.path}/settings/team`, 'type="email"', { email, role: "cashier" });
    expect(await sent.text()).toContain(`${address}/invite/`);
  }
});
