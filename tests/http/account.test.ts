import { expect, test } from "vitest";
import { en } from "@/lib/i18n/messages/en/catalogue";
import { formHolding, type HttpVisitor } from "@/tests/support/http-visitor";
import { expectRedirect, nobody, type Person, signedUp } from "@/tests/support/people";
import { asSuperuser } from "@/tests/support/roles";

async function signedInAgain(person: Person, userAgent: string): Promise<HttpVisitor> {
  const http = nobody();
  const answer = await http.submit("/login", 'name="password"', person, { "user-agent": userAgent });
  expectRedirect(answer, "/m");
  return http;
}

const isSignedIn = async (http: HttpVisitor) => (await http.request("/account")).status === 200;

test("a person changes their name and password, sees where they are signed in, and signs out everywhere else", async () => {
  const { person, http } = await signedUp();
  const phone = await signedInAgain(
    person,
    "Mozilla/5.0 (Linux; Android 16) Chrome/140.0 Mobile Safari/537.36",
  );
  expect(await http.html("/account")).toContain("Chrome, Android");

  const refused = await http.submit("/account", 'id="name"', { name: " " });
  expect(await refused.text()).toContain(en.errors.name_missing);
  const named = await http.submit("/account", 'id="name"', { name: "Ana María Rojas" });
  const saved = await http.html(expectRedirect(named, "/account"));
  expect(saved).toContain(en.account.saved_name);
  expect(saved).toContain("Ana María Rojas");

  const out = await http.submit("/account", en.account.endOthers, {});
  expect(await http.html(expectRedirect(out, "/account"))).toContain(en.account.saved_sessions);
  expect([await isSignedIn(phone), await isSignedIn(http)]).toEqual([false, true]);

  const tablet = await signedInAgain(person, "Mozilla/5.0 (iPad) Safari/605");
  const password = "a wholly new password";
  const easy = await http.submit("/account/password", 'name="password"', { password: "Ana Rojas Ana Rojas" });
  expect(await easy.text()).toContain(en.errors.password_guessable);
  expect(await isSignedIn(tablet)).toBe(true);
  const changed = await http.submit("/account/password", 'name="password"', { password });
  expect(await http.html(expectRedirect(changed, "/account"))).toContain(en.account.saved_password);
  expect([await isSignedIn(tablet), await isSignedIn(http)]).toEqual([false, true]);
  expect((await nobody().submit("/login", 'name="password"', person)).status).toBe(200);
  await signedInAgain({ ...person, password }, "Safari");
});

test("a new password asks for the old one when the sign-in was long ago, before it is typed and when it is sent", async () => {
  const { person, http } = await signedUp();
  const age = () =>
    asSuperuser(
      "UPDATE sessions SET proven_at = now() - interval '11 minutes' FROM users WHERE users.id = user_id AND email = $1",
      [person.email],
    );
  const before = await http.html("/account/password");
  await age();
  const asked = "/account/confirm?next=%2Faccount%2Fpassword";
  expect((await http.request("/account/password")).headers.get("location")).toBe(asked);
  const form = formHolding(before, 'name="password"');
  const sent = await http.send("/account/password", form, { password: "a wholly new password" });
  expectRedirect(sent, "/account/confirm");
  expect((await nobody().submit("/login", 'name="password"', person)).status).toBe(303);
});
