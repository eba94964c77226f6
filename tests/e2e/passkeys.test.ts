import type { CDPSession, Page } from "playwright-core";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { en } from "@/lib/i18n/messages/en/catalogue";
import { openBrowser } from "@/tests/support/browser";
import { HttpVisitor } from "@/tests/support/http-visitor";
import { newPerson } from "@/tests/support/people";
import { asSuperuser } from "@/tests/support/roles";
import { type RunningPortal, startPortal } from "@/tests/support/start-portal";
import { english as labels } from "./labels";

// Passkeys belong to a name and not to a number, so these tests have a portal at `localhost`.

let portal: RunningPortal;
let origin: string;

beforeAll(async () => {
  const { settings, logFile } = inject("portal");
  portal = await startPortal({ ...settings, APP_URL: "" }, logFile);
  origin = portal.url.replace("127.0.0.1", "localhost");
});
afterAll(() => portal.stop());

/** A browser on a device that has a fingerprint reader, and a finger on it. */
async function openDevice(): Promise<{ page: Page; cdp: CDPSession; authenticator: string }> {
  const { page, context } = await openBrowser({ baseURL: origin });
  const cdp = await context.newCDPSession(page);
  await cdp.send("WebAuthn.enable");
  const { authenticatorId } = await cdp.send("WebAuthn.addVirtualAuthenticator", {
    options: {
      protocol: "ctap2",
      transport: "internal",
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  return { page, cdp, authenticator: authenticatorId };
}

/** From the next page on, the browser is one of those that suggest no passkeys. */
async function stopSuggestions(page: Page): Promise<void> {
  await page.addInitScript(() => {
    PublicKeyCredential.isConditionalMediationAvailable = () => Promise.resolve(false);
  });
}

async function signUp(page: Page, person = newPerson()) {
  await page.goto("/signup");
  await page.getByLabel(labels.name).fill(person.name);
  await page.getByLabel(labels.email).fill(person.email);
  await page.getByLabel(labels.password).fill(person.password);
  await page.getByRole("button", { name: labels.createAccount }).click();
  await page.waitForURL("**/m/new");
  return person;
}

test("a passkey is offered after the first sign-in, signs in, has a name, and is removed", async () => {
  const { page, cdp, authenticator } = await openDevice();
  await signUp(page);
  const offer = page.getByRole("complementary", { name: en.passkey.offerTitle });
  await offer.getByRole("button", { name: en.passkey.add }).click();
  await offer.waitFor({ state: "detached" });
  expect(page.url()).toBe(`${origin}/m/new`);
  const { credentials } = await cdp.send("WebAuthn.getCredentials", { authenticatorId: authenticator });
  expect(credentials).toHaveLength(1);
  expect(credentials[0]).toMatchObject({ isResidentCredential: true, rpId: "localhost" });

  // This device answers a suggestion in the email field by itself, as soon as there is one.
  await page.goto("/account");
  await page.getByRole("button", { name: en.account.signOut, exact: true }).click();
  await page.waitForURL("**/m/new");

  await stopSuggestions(page);
  await page.goto("/account");
  await page.getByRole("button", { name: en.account.signOut, exact: true }).click();
  await page.waitForURL("**/login");
  await page.reload();
  await page.getByRole("button", { name: en.passkey.use }).click();
  await page.waitForURL("**/m/new");

  await page.goto("/account");
  await page.getByText("Chrome, Android").first().waitFor();
  await page
    .getByText(/Last used/)
    .first()
    .waitFor();
  await page.getByRole("button", { name: en.passkey.remove, exact: true }).click();
  await page.getByRole("button", { name: en.passkey.remove, exact: true }).waitFor({ state: "detached" });
  await page.getByRole("button", { name: en.account.signOut, exact: true }).click();
  await page.waitForURL("**/login");
  await page.getByRole("button", { name: en.passkey.use }).click();
  await page.getByText(en.errors.passkey_unknown).waitFor();
});

test("the sign-in page asks the browser to suggest passkeys, and a person who cancels is told what to do", async () => {
  const { page, cdp, authenticator } = await openDevice();
  await stopSuggestions(page);
  await page.goto("/login");
  expect(await page.getByLabel(labels.email).getAttribute("autocomplete")).toBe("username webauthn");
  await cdp.send("WebAuthn.setUserVerified", { authenticatorId: authenticator, isUserVerified: false });
  await page.getByRole("button", { name: en.passkey.use }).click();
  await page.getByText(en.passkey.failed).waitFor();
});

test("whoever declines is not offered a passkey again, on any device", async () => {
  const { page } = await openDevice();
  const person = await signUp(page);
  await page.getByRole("button", { name: en.passkey.decline }).click();
  await page.getByText(en.passkey.offerTitle).waitFor({ state: "detached" });
  const elsewhere = new HttpVisitor(origin);
  await elsewhere.submit("/login", 'name="password"', person);
  expect(await elsewhere.html("/m/new")).not.toContain(en.passkey.offerTitle);
  const { rowCount } = await asSuperuser(
    "SELECT FROM passkey_offers JOIN users ON users.id = user_id WHERE email = $1",
    [person.email],
  );
  expect(rowCount).toBe(1);
});

test("where the portal's address is a number, no passkey is offered", async () => {
  const there = new HttpVisitor(inject("portal").url);
  expect(await there.html("/login")).not.toContain(en.passkey.use);
  expect((await there.request("/login/passkey", { method: "POST" })).status).toBe(204);
});
