import { runOnce } from "graphile-worker";
import pg from "pg";
import { afterAll, beforeEach, expect, it } from "vitest";
import { isEmailConfirmed } from "@/lib/domain/accounts/confirmation-store";
import {
  confirmEmail,
  isConfirmationOffered,
  requestConfirmation,
} from "@/lib/domain/accounts/request-confirmation";
import { requestPasswordReset, resetPassword } from "@/lib/domain/accounts/reset-password";
import { inviteMember } from "@/lib/domain/invitations/invite-member";
import { renewInvitation } from "@/lib/domain/invitations/renew-invitation";
import { queueLogger } from "@/lib/jobs/queue-logger";
import { queuePool } from "@/lib/jobs/queue-pool";
import { taskList } from "@/lib/jobs/tasks";
import { freshDatabase } from "@/tests/support/database";
import { newMerchant, type TestMerchant } from "@/tests/support/merchants";
import { startSmtp } from "@/tests/support/smtp";
import { accept, getToken, inviting, newAccount, strangeToken, type TestPerson } from "@/tests/support/team";

const smtp = await startSmtp();
process.env.SMTP_URL = smtp.url;
process.env.LOG_LEVEL = "silent";
const { url, adminUrl } = await freshDatabase();
const admin = new pg.Client({ connectionString: adminUrl });
const pgPool = queuePool(url, 2);
await admin.connect();
afterAll(async () => {
  await Promise.all([admin.end(), pgPool.end(), smtp.close()]);
});

let merchant: TestMerchant;

beforeEach(async () => {
  await admin.query("TRUNCATE rate_limits");
  merchant = await newMerchant();
});

const invite = (to: string, from = merchant) =>
  inviteMember({ ...inviting(from), invite: { email: to, role: "viewer" } });
const byMail = { ok: true, value: { delivery: "mail" } };
const limited = { ok: true, value: { delivery: "limited" } };
const newAddress = () => `${crypto.randomUUID()}@example.com`;

/** Lets the worker send, and answers the tokens of the links in the emails. */
async function readMail(): Promise<string[]> {
  smtp.received.length = 0;
  await runOnce({ pgPool, logger: queueLogger(), taskList: taskList(new AbortController().signal) });
  return smtp.received.map(({ text }) => getToken(/^https?:\S+$/m.exec(text ?? "")?.[0] ?? ""));
}

async function unconfirm(userId: string): Promise<void> {
  await admin.query("UPDATE users SET email_confirmed_at = NULL WHERE id = $1", [userId]);
}

it("nobody sends an invitation before they have confirmed their own address", async () => {
  const owner = { id: merchant.actor.userId, email: `${merchant.actor.userId}@example.com` };
  await unconfirm(owner.id);
  expect(await invite(newAddress())).toEqual({ ok: false, code: "email_unconfirmed" });
  expect(await readMail()).toEqual([]);

  await requestConfirmation(owner, { locale: "en", portal: "https://cobro.example" });
  const [token = ""] = await readMail();
  expect(smtp.received[0]?.to).toEqual([owner.email]);
  const eva = await newAccount();
  expect(await isConfirmationOffered(token, eva)).toBe(false);
  expect(await confirmEmail(token, eva)).toBe(false);
  expect(await confirmEmail(strangeToken(), owner)).toBe(false);
  expect(await confirmEmail("x", owner)).toBe(false);
  expect(await confirmEmail(token, { ...owner, email: "another@example.com" })).toBe(false);
  expect(await isEmailConfirmed(owner.id)).toBe(false);

  expect(await confirmEmail(token, owner)).toBe(true);
  expect(await confirmEmail(token, owner)).toBe(false);
  expect(await invite(newAddress())).toMatchObject(byMail);
});

it("a link to confirm stays valid beside a newer one, for a day, and five are sent in one", async () => {
  const eva = await newAccount();
  await readMail();
  const tokens: string[] = [];
  for (let turn = 0; turn < 7; turn++) {
    await requestConfirmation(eva, { locale: "es", portal: "https://cobro.example" });
    tokens.push(...(await readMail()));
  }
  expect(tokens).toHaveLength(5);
  for (const token of tokens) expect(await isConfirmationOffered(token, eva)).toBe(true);
  await admin.query("UPDATE email_confirmations SET expires_at = now() - interval '1 s'");
  expect(await confirmEmail(tokens[0] ?? "", eva)).toBe(false);
});

it("who comes through an email has confirmed the address; through a link passed on by hand, not", async () => {
  const sent = async (person: TestPerson) => {
    expect(await invite(person.email)).toMatchObject(byMail);
    const [token = ""] = await readMail();
    return token;
  };
  const [eva, leo] = [await newAccount(), await newAccount()];
  expect(await accept(await sent(eva), eva)).toMatchObject({ ok: true });
  expect(await isEmailConfirmed(eva.id)).toBe(true);

  await sent(leo);
  const { rows } = await admin.query("SELECT id FROM invitations WHERE pending_email = $1", [leo.email]);
  const byHand = await renewInvitation({ ...inviting(merchant), id: rows[0].id, byMail: false });
  expect(await accept(getToken(byHand.ok ? byHand.value.link : ""), leo)).toMatchObject({ ok: true });
  expect(await isEmailConfirmed(leo.id)).toBe(false);

  const visitor = { ip: null, device: null };
  await requestPasswordReset(leo.email, { locale: "en", visitor, portal: "https://cobro.example" });
  const [token = ""] = await readMail();
  const chosen = { token, password: "a wholly new password", ip: null, hasSecondFactor: async () => false };
  expect(await resetPassword(chosen)).toMatchObject({ ok: true });
  expect(await isEmailConfirmed(leo.id)).toBe(true);
});

it("one address gets three invitations a day, whoever sends them; the link can still be passed on", async () => {
  const to = newAddress();
  for (let turn = 0; turn < 3; turn++) expect(await invite(to, await newMerchant())).toMatchObject(byMail);
  expect(await invite(to, await newMerchant())).toMatchObject(limited);
  expect(await invite(newAddress())).toMatchObject(byMail);
});

it("one person sends twenty in an hour, through however many businesses", async () => {
  for (let turn = 0; turn < 20; turn++) expect(await invite(newAddress())).toMatchObject(byMail);
  expect(await invite(newAddress())).toMatchObject(limited);
  expect(await invite(newAddress(), await newMerchant())).toMatchObject(byMail);
});

it("all of them together send three hundred in an hour", async () => {
  await admin.query("INSERT INTO rate_limits VALUES ('invitations:3600', 300, now() + interval '1 hour')");
  expect(await invite(newAddress())).toMatchObject(limited);
});

it("a link in an email leads to the portal's own address, one to pass on to where its sender has opened it", async () => {
  const request = { ...inviting(merchant), portal: "https://evil.example" };
  const to = newAddress();
  const sent = await inviteMember({ ...request, invite: { email: to, role: "viewer" } });
  expect(sent).toMatchObject({
    value: { link: expect.stringMatching(/^https:\/\/cobro\.example\/invite\//) },
  });
  await readMail();
  expect(smtp.received[0]?.text).not.toContain("evil.example");
});
