import { beforeAll, expect, inject, test } from "vitest";
import { en } from "@/lib/i18n/messages/en/catalogue";
import { openBrowserAs } from "@/tests/support/browser";
import { formHolding } from "@/tests/support/http-visitor";
import { connectedOwner, expectRedirect, nobody, type Owner } from "@/tests/support/people";
import { asSuperuser, teammate } from "@/tests/support/roles";
import type { TestAccount } from "@/tests/support/sandbox";
import { english as labels } from "./labels";

let owner: Owner & { account: TestAccount };
let colleague: { id: string; email: string };

beforeAll(async () => {
  owner = await connectedOwner();
  const { email } = (await teammate(owner, "viewer")).person;
  const { rows } = await asSuperuser("SELECT id FROM users WHERE email = $1", [email]);
  colleague = { id: rows[0].id, email };
});

/** Makes the owner's sign-in longer ago than a proof counts. */
function letProofExpire(): Promise<unknown> {
  return asSuperuser(
    `UPDATE sessions SET proven_at = now() - interval '11 minutes' FROM users
     WHERE users.id = user_id AND email = $1`,
    [owner.person.email],
  );
}

/** Each form that changes keys, people or the business itself, and what an accepted one changes. */
const forms: { title: string; page: string; holding: string; values: () => Record<string, string> }[] = [
  {
    title: "connecting a key",
    page: "/settings/api-keys",
    holding: 'name="apiKey"',
    values: () => ({ apiKey: owner.account.key }),
  },
  { title: "using the sandbox", page: "/settings/api-keys", holding: "Use the sandbox", values: () => ({}) },
  {
    title: "disconnecting a key",
    page: "/settings/api-keys",
    holding: en.apiKeys.disconnectNow,
    values: () => ({}),
  },
  {
    title: "inviting",
    page: "/settings/team",
    holding: 'name="email"',
    values: () => ({ email: "eva@example.com", role: "owner" }),
  },
  {
    title: "giving a role",
    page: "/settings/team",
    holding: 'id="role-COLLEAGUE"',
    values: () => ({ role: "owner" }),
  },
  { title: "removing a person", page: "/settings/team", holding: en.team.remove, values: () => ({}) },
  {
    title: "transferring the business",
    page: "/settings/team",
    holding: en.team.transferText,
    values: () => ({ userId: colleague.id }),
  },
  {
    title: "disabling the business",
    page: "/settings/general",
    holding: 'value="disable"',
    values: () => ({ confirmation: owner.slug }),
  },
  {
    title: "deleting the business",
    page: "/settings/general",
    holding: 'value="delete"',
    values: () => ({ confirmation: owner.slug }),
  },
];

test("an old sign-in is not enough for keys, people and closing: the portal asks for the password, and changes nothing before", async () => {
  await letProofExpire();
  const before = await state();
  for (const { title, page, holding, values } of forms) {
    const path = `${owner.path}${page}`;
    const answer = await owner.http.submit(path, holding.replace("COLLEAGUE", colleague.id), values());
    const asked = expectRedirect(answer, "/account/confirm");
    expect(new URL(asked, "http://x").searchParams.get("next"), title).toBe(path);
  }
  expect(await state()).toEqual(before);
});

test("without scripts: a wrong password is refused, the right one leads back, and then the form is accepted", async () => {
  await letProofExpire();
  const path = `${owner.path}/settings/team`;
  const invitation = { email: "luz@example.com", role: "viewer" };
  const asked = expectRedirect(await owner.http.submit(path, 'name="email"', invitation), "/account/confirm");
  const refused = await owner.http.submit(asked, 'name="password"', { password: "a guess" });
  expect(refused.status).toBe(200);
  expect(await refused.text()).toContain(en.errors.wrong_password);
  const { password } = owner.person;
  expect(expectRedirect(await owner.http.submit(asked, 'name="password"', { password }), path)).toBe(path);
  // What was typed is there again, and not in another form, nor for another session.
  const kept = formHolding(await owner.http.html(path), 'name="email"');
  expect(kept.fields).toEqual(expect.arrayContaining(Object.entries(invitation)));
  expect(await owner.http.html(path)).toMatch(/<p role="alert"[^>]*>Nothing was sent before you confirmed/);
  expect(await owner.http.html(`${owner.path}/settings/general`)).not.toContain(invitation.email);
  const accepted = await owner.http.send(path, kept);
  expect(await accepted.text()).toContain("luz@example.com");
  expect(formHolding(await owner.http.html(path), 'type="email"').fields).toContainEqual(["email", ""]);
  // Who has just proved it is not asked again.
  expect((await owner.http.request(asked)).headers.get("location")).toBe(path);
});

test("a proof leads nowhere but into the portal", async () => {
  const { password } = owner.person;
  for (const next of ["//elsewhere.example", "https://elsewhere.example", "/\\elsewhere.example"]) {
    await letProofExpire();
    const address = `/account/confirm?next=${encodeURIComponent(next)}`;
    const answer = await owner.http.submit(address, 'name="password"', { password, next });
    expect(new URL(answer.headers.get("location") ?? "", inject("portal").url).href).toBe(
      `${inject("portal").url}/m`,
    );
  }
});

test("a sign-in elsewhere proves nothing for this session", async () => {
  await letProofExpire();
  await nobody().submit("/login", 'name="password"', owner.person);
  const answer = await owner.http.submit(`${owner.path}/settings/api-keys`, "Use the sandbox", {});
  expectRedirect(answer, "/account/confirm");
});

test("in a browser, what was typed is there again after the password, and is sent with one more press", async () => {
  await letProofExpire();
  const { page } = await openBrowserAs(owner.http);
  await page.goto(`${owner.path}/settings/team`);
  const form = page.locator('form[data-draft="invite"]');
  await form.getByLabel(labels.email).fill("sol@example.com");
  await form.getByRole("combobox").selectOption("viewer");
  await form.getByRole("button").click();
  await page.getByLabel(labels.password).fill(owner.person.password);
  await page.getByRole("button", { name: en.confirm.submit }).click();
  await form.getByRole("alert").filter({ hasText: en.unanswered.askedForProof }).waitFor();
  expect(await form.getByLabel(labels.email).inputValue()).toBe("sol@example.com");
  expect(await form.getByRole("combobox").inputValue()).toBe("viewer");
  await form.getByRole("button").click();
  await page
    .getByText(/sol@example\.com/)
    .first()
    .waitFor();
});

async function state(): Promise<unknown> {
  const { rows } = await asSuperuser(
    `SELECT m.mode, m.disabled_at, m.deleted_at,
       (SELECT count(*) FROM invitations i WHERE i.merchant_id = m.merchant_id) AS invitations,
       (SELECT json_agg((id, disconnected_at) ORDER BY id) FROM api_keys k
         WHERE k.merchant_id = m.merchant_id) AS keys,
       (SELECT json_agg((user_id, role, removed_at) ORDER BY user_id) FROM memberships s
         WHERE s.merchant_id = m.merchant_id) AS team
     FROM merchants m WHERE slug = $1`,
    [owner.slug],
  );
  return rows;
}
