import { expect, inject, test } from "vitest";
import { en } from "@/lib/i18n/messages/en/catalogue";
import { formHolding, type PageForm } from "@/tests/support/http-visitor";
import { connectedOwner, expectRedirect, newPerson, type Owner } from "@/tests/support/people";
import { asSuperuser, teammate } from "@/tests/support/roles";
import { openAccount } from "@/tests/support/sandbox";

// A page that was opened before somebody else's change removes, replaces or ends nothing. It says so, shows the change,
// and acts when the button is pressed again.

/** Presses the button of the old page, which does nothing, and then the button of the page that is answered. */
async function expectAsked(
  { http }: Owner,
  { path, form, find }: { path: string; form: PageForm; find: (html: string) => PageForm },
  isDone: () => Promise<boolean>,
  values: Record<string, string> = {},
): Promise<void> {
  const answer = await http.send(path, form, values);
  const html = await answer.text();
  const sentence = values.apiKey ? en.errors.key_replaced : en.errors.changed_since;
  expect(html.replaceAll("&#x27;", "'"), path).toContain(sentence);
  expect(await isDone(), path).toBe(false);
  const again = await http.send(path, find(html), values);
  expect([200, 303], path).toContain(again.status);
  expect(await isDone(), path).toBe(true);
}

const finds = (text: string) => (html: string) => formHolding(html, text);

const has = async (text: string, values: unknown[]) => (await asSuperuser(text, values)).rows.length > 0;
const merchantOf = "merchant_id = (SELECT merchant_id FROM merchants WHERE slug = $1)";

test("a newer logo is not removed", async () => {
  const owner = await connectedOwner();
  const path = `${owner.path}/settings/general`;
  const setLogo = async (version: string) => {
    await asSuperuser("UPDATE merchants SET logo_version = $2 WHERE slug = $1", [owner.slug, version]);
  };
  await setLogo("0123456789abcdef");
  const find = finds(en.business.removeLogo);
  const form = find(await owner.http.html(path));
  await setLogo("fedcba9876543210");
  const isGone = () => has("SELECT FROM merchants WHERE slug = $1 AND logo_version IS NULL", [owner.slug]);
  await expectAsked(owner, { path, form, find }, isGone);
});

test("a newer API key is not disconnected, chosen or replaced", async () => {
  const owner = await connectedOwner();
  const path = `${owner.path}/settings/api-keys`;
  const connect = async (mode: "test" | "live") => {
    const { key } = await openAccount(inject("portal").upstreamUrl, mode);
    await owner.http.submit(path, 'name="apiKey"', { apiKey: key });
    return key.slice(-4);
  };
  const inUse = (last4: string) =>
    has(`SELECT FROM api_keys WHERE ${merchantOf} AND last4 = $2 AND active_mode IS NOT NULL`, [
      owner.slug,
      last4,
    ]);

  const before = formHolding(await owner.http.html(path), 'name="apiKey"');
  const second = await connect("test");
  const { key: third } = await openAccount(inject("portal").upstreamUrl);
  await expectAsked(
    owner,
    { path, form: before, find: finds('name="apiKey"') },
    async () => !(await inUse(second)) && (await inUse(third.slice(-4))),
    { apiKey: third },
  );

  const find = finds(en.apiKeys.disconnectNow);
  const form = find(await owner.http.html(path));
  const fourth = await connect("test");
  await expectAsked(owner, { path, form, find }, async () => !(await inUse(fourth)));

  await connect("test");
  await connect("live");
  const choose = formHolding(await owner.http.html(path), en.apiKeys.use_test);
  await connect("test");
  await connect("live");
  const makesTest = () => has("SELECT FROM merchants WHERE slug = $1 AND mode = 'test'", [owner.slug]);
  await expectAsked(owner, { path, form: choose, find: finds(en.apiKeys.use_test) }, makesTest);
});

test("a changed template is not removed", async () => {
  const owner = await connectedOwner();
  const path = `${owner.path}/settings/templates`;
  const coffee = { name: "Coffee", amount: "4.50", currency: "USD", description: "A coffee" };
  await owner.http.submit(path, 'value=""', coffee);
  const find = finds(en.templates.remove);
  const html = await owner.http.html(path);
  const form = find(html);
  expectRedirect(
    await owner.http.send(path, formHolding(html, 'name="drawn"'), { ...coffee, amount: "5" }),
    path,
  );
  const isGone = () =>
    has(`SELECT FROM link_templates WHERE ${merchantOf} AND removed_at IS NOT NULL`, [owner.slug]);
  await expectAsked(owner, { path, form, find }, isGone);
});

test("a teammate with another role by now is not removed, and an invitation sent again is not ended", async () => {
  const owner = await connectedOwner();
  const path = `${owner.path}/settings/team`;
  const cashier = await teammate(owner, "cashier");
  const find = (html: string) => formHolding(html.slice(html.indexOf(cashier.person.email)), en.team.remove);
  const remove = find(await owner.http.html(path));
  await asSuperuser(`UPDATE memberships SET role = 'admin' WHERE ${merchantOf} AND role = 'cashier'`, [
    owner.slug,
  ]);
  const isOut = async () => (await cashier.http.request(`${owner.path}/links`)).status === 404;
  await expectAsked(owner, { path, form: remove, find }, isOut);

  const { email } = newPerson();
  await owner.http.submit(path, 'type="email"', { email, role: "cashier" });
  const invitation = (column: string) =>
    asSuperuser(`SELECT ${column} AS value FROM invitations WHERE email = $1`, [email]).then(({ rows }) =>
      String(rows[0]?.value),
    );
  const html = await owner.http.html(path);
  const [renew, revoke] = [formHolding(html, en.team.newLink), formHolding(html, en.team.revoke)];
  await owner.http.send(path, renew, { by: "link" });
  const link = await invitation("token_hash");
  const isRenewed = async () => (await invitation("token_hash")) !== link;
  await expectAsked(owner, { path, form: renew, find: finds(en.team.newLink) }, isRenewed, { by: "link" });
  const isRevoked = async () => (await invitation("revoked_at")) !== "null";
  await expectAsked(owner, { path, form: revoke, find: finds(en.team.revoke) }, isRevoked);
});
