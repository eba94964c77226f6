import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { checkCredentials } from "@/lib/domain/accounts/check-credentials";
import { createAccount } from "@/lib/domain/accounts/create-account";
import { signInSchema } from "@/lib/domain/accounts/schema";
import { freshDatabase } from "@/tests/support/database";

const { adminUrl } = await freshDatabase();
const password = "correct horse battery";
let admin: pg.Client;

beforeAll(async () => {
  admin = new pg.Client({ connectionString: adminUrl });
  await admin.connect();
});
afterAll(() => admin.end());

test("a new account signs in with its password, which is stored as argon2id at OWASP's parameters alone", async () => {
  const { email, userId } = await newAccount();
  expect(await signIn(email, password)).toEqual({ ok: true, value: { userId } });
  const { rows } = await admin.query("SELECT users.*, users::text AS whole FROM users WHERE id = $1", [
    userId,
  ]);
  expect(rows[0].password_hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  expect(rows[0].whole).not.toContain(password);
});

test("an address is the same in any letter case and with spaces around it", async () => {
  const { email, userId } = await newAccount();
  const typed = signInSchema.parse({ email: `  ${email.toUpperCase()} `, password });
  expect(await checkCredentials(typed, { ip: null, device: null })).toEqual({ ok: true, value: { userId } });
});

test("a wrong password, an unknown address and a disabled account get the same answer", async () => {
  const { email } = await newAccount();
  const disabled = await newAccount();
  await admin.query("UPDATE users SET disabled_at = now() WHERE id = $1", [disabled.userId]);
  const refused = { ok: false, code: "wrong_credentials" };
  expect(await signIn(email, "wrong")).toEqual(refused);
  expect(await signIn(newEmail(), password)).toEqual(refused);
  expect(await signIn(disabled.email, password)).toEqual(refused);
});

test("an unknown address takes as long as a wrong password", async () => {
  const { email } = await newAccount();
  const [known, unknown] = [[], []] as [number[], number[]];
  // Alternating, so that a busy machine slows both down equally.
  for (let turn = 0; turn < 7; turn++) {
    known.push(await measureTime(() => signIn(email, "wrong")));
    unknown.push(await measureTime(() => signIn(newEmail(), "wrong")));
  }
  expect(Math.min(...unknown)).toBeGreaterThan(Math.min(...known) / 2);
});

test("an address has one account, even when two sign up at once", async () => {
  const email = newEmail();
  const form = { name: "Ana", email, password };
  const made = await Promise.all([1, 2, 3].map(() => createAccount(form, "en", null)));
  expect(made.filter(({ ok }) => ok)).toHaveLength(1);
  for (const refusal of made) if (!refusal.ok) expect(refusal).toEqual({ ok: false, code: "email_taken" });
});

test("after ten wrong passwords the right one waits too, until the quarter of an hour is over", async () => {
  const { email, userId } = await newAccount();
  for (let attempt = 0; attempt < 10; attempt++) {
    expect(await signIn(email, "wrong")).toEqual({ ok: false, code: "wrong_credentials" });
  }
  expect(await signIn(email, password)).toEqual({ ok: false, code: "too_many_sign_ins" });
  await admin.query("UPDATE rate_limits SET window_ends_at = now() - interval '1 second' WHERE key = $1", [
    `sign-in:network:203.0.113.9:${email}:900`,
  ]);
  expect(await signIn(email, password)).toEqual({ ok: true, value: { userId } });
});

test("signing in forgets the wrong attempts before it", async () => {
  const { email } = await newAccount();
  for (let attempt = 0; attempt < 9; attempt++) await signIn(email, "wrong");
  expect((await signIn(email, password)).ok).toBe(true);
  for (let attempt = 0; attempt < 9; attempt++) await signIn(email, "wrong");
  expect((await signIn(email, password)).ok).toBe(true);
});

test("one network address is stopped after a hundred attempts on many accounts, another is not", async () => {
  const { email, userId } = await newAccount();
  const ip = "198.51.100.4";
  await signIn(email, "wrong", ip);
  await admin.query("UPDATE rate_limits SET hits = 100 WHERE key = $1", [`sign-in:network:${ip}:all`]);
  expect(await signIn(email, password, ip)).toEqual({ ok: false, code: "too_many_sign_ins" });
  expect(await signIn(email, password, "198.51.100.5")).toEqual({ ok: true, value: { userId } });
});

test("one network address makes a hundred accounts in a quarter of an hour and no more", async () => {
  const ip = "198.51.100.6";
  const form = () => ({ name: "Ana", email: newEmail(), password });
  expect((await createAccount(form(), "en", ip)).ok).toBe(true);
  await admin.query("UPDATE rate_limits SET hits = 100 WHERE key = $1", [`sign-up-from:${ip}`]);
  expect(await createAccount(form(), "en", ip)).toEqual({ ok: false, code: "too_many_attempts" });
});

function signIn(email: string, typed: string, ip = "203.0.113.9") {
  return checkCredentials({ email, password: typed }, { ip, device: null });
}

async function newAccount(): Promise<{ email: string; userId: string }> {
  const email = newEmail();
  const made = await createAccount({ name: "Ana", email, password }, "en", null);
  if (!made.ok) throw new Error(made.code);
  return { email, ...made.value };
}

function newEmail(): string {
  return `${crypto.randomUUID()}@example.com`;
}

async function measureTime(work: () => Promise<unknown>): Promise<number> {
  const begin = performance.now();
  await work();
  return performance.now() - begin;
}
