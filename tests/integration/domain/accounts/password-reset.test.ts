import { runOnce } from "graphile-worker";
import pg from "pg";
import { afterAll, beforeEach, expect, it } from "vitest";
import { checkCredentials } from "@/lib/domain/accounts/check-credentials";
import { createAccount } from "@/lib/domain/accounts/create-account";
import { hashPassword } from "@/lib/domain/accounts/hash-password";
import { rememberNetwork } from "@/lib/domain/accounts/known-network-store";
import { findLiveSession } from "@/lib/domain/accounts/live-session-store";
import { requestPasswordReset, resetOffered, resetPassword } from "@/lib/domain/accounts/reset-password";
import type { Device } from "@/lib/domain/accounts/schema";
import { insertSession } from "@/lib/domain/accounts/store";
import { createMerchant } from "@/lib/domain/merchants/create-merchant";
import { queueLogger } from "@/lib/jobs/queue-logger";
import { queuePool } from "@/lib/jobs/queue-pool";
import { taskList } from "@/lib/jobs/tasks";
import { newMerchantId } from "@/lib/web/require-member";
import { freshDatabase } from "@/tests/support/database";
import { anyPlace } from "@/tests/support/merchants";
import { startSmtp } from "@/tests/support/smtp";
import { getToken, strangeToken } from "@/tests/support/team";

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

const ip = "192.0.2.9";
const from = { locale: "es", visitor: { ip, device: null }, portal: "https://cobro.example" };
const newPassword = "a wholly new password";
const gone = { ok: false, code: "reset_gone" };
let person: { userId: string; email: string; password: string };

beforeEach(async () => {
  smtp.received.length = 0;
  await admin.query("TRUNCATE rate_limits");
  const email = `${crypto.randomUUID()}@example.com`;
  const password = "the old password";
  const made = await createAccount({ name: "Eva Mora", email, password }, "es", null);
  if (!made.ok) throw new Error(made.code);
  person = { userId: made.value.userId, email, password };
});

/** Requests a reset, lets the worker send, and answers the token in the email; null when none was sent. */
async function ask(email: string, at = ip, device: Device | null = null): Promise<string | null> {
  const asked = { ...from, visitor: { ip: at, device } };
  expect(await requestPasswordReset(email, asked)).toEqual({ ok: true, value: undefined });
  smtp.received.length = 0;
  await runOnce({ pgPool, logger: queueLogger(), taskList: taskList(new AbortController().signal) });
  const [, link] = /(http\S+\/reset-password\/[\w-]{43})/.exec(smtp.received[0]?.text ?? "") ?? [];
  return link ? getToken(link) : null;
}

const reset = (token: string, password = newPassword, factor = false) =>
  resetPassword({ token, password, ip, hasSecondFactor: () => Promise.resolve(factor) });
const signIn = (password: string) =>
  checkCredentials({ email: person.email, password }, { ip: null, device: null });

it("lets a person choose a new password, once, and ends every session", async () => {
  const sessionId = crypto.randomUUID();
  const expiresAt = new Date(Date.now() + 60_000);
  await insertSession({ id: sessionId, userId: person.userId, expiresAt, ip: null, userAgent: null });
  const merchantId = newMerchantId();
  await createMerchant({
    merchantId,
    actor: { userId: person.userId, ip: null },
    merchant: { name: "Café Luna", ...anyPlace },
  });
  const token = (await ask(person.email)) ?? "";
  expect(smtp.received[0]?.headers).toContain("Subject: Elija una contraseña nueva");
  const { rows } = await admin.query("SELECT encode(token_hash, 'escape') AS hash FROM password_resets");
  expect(JSON.stringify(rows)).not.toContain(token);
  expect(await resetOffered(token)).toMatchObject({ email: person.email });
  expect(await reset(token, newPassword)).toEqual({ ok: true, value: { userId: person.userId } });
  expect(await findLiveSession(sessionId)).toBeNull();
  const { rows: events } = await admin.query(
    "SELECT action, actor_id, ip FROM audit_events WHERE merchant_id = $1 ORDER BY id DESC LIMIT 1",
    [merchantId],
  );
  expect(events).toEqual([{ action: "session.password_chosen", actor_id: person.userId, ip }]);
  expect(await signIn(person.password)).toMatchObject({ ok: false });
  expect(await signIn(newPassword)).toMatchObject({ ok: true });
  expect(await resetOffered(token)).toBeNull();
  expect(await reset(token, "and another one")).toEqual(gone);
});

it("a password that is not accepted does not use the link up; a second factor permits a shorter one", async () => {
  const token = (await ask(person.email)) ?? "";
  expect(await reset(token, "fourteen chars")).toEqual({ ok: false, code: "password_too_short" });
  expect(await reset(token, "Eva Mora 2026 Eva Mora")).toEqual({ ok: false, code: "password_guessable" });
  expect(await reset(token, "7 chars", true)).toEqual({
    ok: false,
    code: "password_too_short_beside_factor",
  });
  expect(await reset(token, "eight ch", true)).toMatchObject({ ok: true });
});

it("is done once when it is sent many times at once", async () => {
  const token = (await ask(person.email)) ?? "";
  const answers = await Promise.all(Array.from({ length: 6 }, (_, n) => reset(token, `${newPassword} ${n}`)));
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
});

it("leaves earlier links valid beside a new one, until one is used", async () => {
  const [first, second, third] = [await ask(person.email), await ask(person.email), await ask(person.email)];
  expect(await resetOffered(first ?? "")).toMatchObject({ email: person.email });
  expect(await reset(second ?? "", newPassword)).toMatchObject({ ok: true });
  for (const token of [first, second, third]) {
    expect(await reset(token ?? "", "and another one")).toEqual(gone);
  }
});

it("hashes nothing for an invented token, and only a few times for one", async () => {
  const token = (await ask(person.email)) ?? "";
  await admin.query("TRUNCATE rate_limits");
  const begin = performance.now();
  for (let turn = 0; turn < 50; turn++) {
    expect(await reset(strangeToken(), newPassword)).toEqual(gone);
  }
  const each = (performance.now() - begin) / 50;
  expect(each).toBeLessThan(await measureOnce(() => hashPassword(newPassword)));
  await admin.query(
    "INSERT INTO rate_limits SELECT 'reset-with:' || encode(token_hash, 'hex'), 10, expires_at FROM password_resets",
  );
  expect(await reset(token, newPassword)).toEqual({ ok: false, code: "too_many_attempts" });
});

it("an outsider's requests leave the person with links that work", async () => {
  const links: (string | null)[] = [];
  for (let turn = 0; turn < 8; turn++) links.push(await ask(person.email, `198.51.100.${turn}`));
  const sent = links.filter((link) => link !== null);
  expect(sent.length).toBeLessThanOrEqual(6);
  // With a network of their own, or the browser that they know, people get one of their own.
  await rememberNetwork(person.userId, ip);
  expect(await ask(person.email)).not.toBeNull();
  const device = { id: crypto.randomUUID(), userIds: [person.userId] };
  expect(await ask(person.email, "198.51.100.1", device)).not.toBeNull();
  // With neither, every email of this hour still works.
  for (const link of sent) expect(await resetOffered(link)).toMatchObject({ email: person.email });
  expect(await reset(sent[0] ?? "", newPassword)).toMatchObject({ ok: true });
});

it("is over after an hour", async () => {
  const second = (await ask(person.email)) ?? "";
  expect(await resetOffered(second)).toMatchObject({ email: person.email });
  const { rows } = await admin.query(
    "SELECT extract(epoch FROM expires_at - now()) AS left FROM password_resets WHERE user_id = $1",
    [person.userId],
  );
  expect(Number(rows[0].left)).toBeGreaterThan(3_500);
  expect(Number(rows[0].left)).toBeLessThanOrEqual(3_600);
  await admin.query("UPDATE password_resets SET expires_at = now() - interval '1 second'");
  expect(await resetOffered(second)).toBeNull();
  expect(await reset(second, newPassword)).toEqual(gone);
});

it("answers the same for an address without an account, and sends nothing", async () => {
  expect(await ask("nobody@example.com")).toBeNull();
  await admin.query("UPDATE users SET disabled_at = now() WHERE id = $1", [person.userId]);
  expect(await ask(person.email)).toBeNull();
  const { rows } = await admin.query("SELECT count(*)::int FROM password_resets WHERE user_id = $1", [
    person.userId,
  ]);
  expect(rows[0].count).toBe(0);
});

async function measureOnce(work: () => Promise<unknown>): Promise<number> {
  const begin = performance.now();
  await work();
  return performance.now() - begin;
}

it("answers no sooner for an address without an account", async () => {
  const took = async (email: string) => {
    const begin = performance.now();
    await requestPasswordReset(email, from);
    return performance.now() - begin;
  };
  const [known, unknown] = [await took(person.email), await took("nobody@example.com")];
  expect(Math.min(known, unknown)).toBeGreaterThan(350);
});

it("stops mailing one address after a few, without saying so, and one visitor after many", async () => {
  for (let asked = 0; asked < 5; asked++) expect(await ask(person.email)).not.toBeNull();
  expect(await ask(person.email)).toBeNull();
  await admin.query("UPDATE rate_limits SET hits = 30 WHERE key LIKE 'reset-from:%'");
  expect(await requestPasswordReset(person.email, from)).toEqual({ ok: false, code: "too_many_attempts" });
});

it.each(["", "x", strangeToken()])("garbage offers nothing: %s", async (text) => {
  expect(await resetOffered(text)).toBeNull();
  expect(await reset(text)).toEqual(gone);
  expect(await reset(text, newPassword)).toEqual(gone);
});
