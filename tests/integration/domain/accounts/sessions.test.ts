import pg from "pg";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { changePassword, endOtherSessions } from "@/lib/domain/accounts/change-account";
import { checkCredentials } from "@/lib/domain/accounts/check-credentials";
import { hashPassword } from "@/lib/domain/accounts/hash-password";
import { findLiveSession } from "@/lib/domain/accounts/live-session-store";
import { isProvenLately, listProofs, provePassword } from "@/lib/domain/accounts/prove-again";
import { listLiveSessions } from "@/lib/domain/accounts/store";
import { newToken } from "@/lib/platform/one-time-token";
import { insertPasswordReset } from "@/tests/fixtures/password-reset";
import { insertSession } from "@/tests/fixtures/session";
import { insertUser } from "@/tests/fixtures/user";
import { freshDatabase } from "@/tests/support/database";

const { adminUrl } = await freshDatabase();
const admin = new pg.Client({ connectionString: adminUrl });
const nowhere = { ip: null, device: null };
const password = "four words make one";
let password_hash: string;
let userId: string;

beforeAll(async () => {
  await admin.connect();
  password_hash = await hashPassword(password);
});
beforeEach(async () => {
  userId = await insertUser(admin, { password_hash });
});
afterAll(() => admin.end());

const ago = (minutes: number) => new Date(Date.now() - minutes * 60_000);
const days = 24 * 60;

test.each([
  ["was used a moment ago", {}, true],
  ["was used six days ago", { last_seen_at: ago(6 * days) }, true],
  ["was not used for a week", { last_seen_at: ago(7 * days + 1) }, false],
  ["has expired, though it is in use", { expires_at: ago(1) }, false],
  ["was ended", { revoked_at: ago(0) }, false],
])("a session that %s", async (_, columns, isLive) => {
  const id = await insertSession(admin, { user_id: userId, ...columns });
  expect((await findLiveSession(id))?.id).toBe(isLive ? id : undefined);
  expect((await listLiveSessions(userId)).map((session) => session.id)).toEqual(isLive ? [id] : []);
});

test("a sign-in counts as a proof for ten minutes", async () => {
  const id = await insertSession(admin, { user_id: userId });
  expect(await isProven(id)).toBe(true);
  await prove(id, ago(9.9));
  expect(await isProven(id)).toBe(true);
  await prove(id, ago(10));
  expect(await isProven(id)).toBe(false);
});

test("the right password proves it for this session alone; a wrong one, or another person's, does not", async () => {
  const [here, elsewhere] = [await staleSession(userId), await staleSession(userId)];
  const other = await insertUser(admin, { password_hash: await hashPassword("something else") });
  const othersSession = await staleSession(other);
  const wrong = { ok: false, code: "wrong_password" };
  expect(await provePassword(toSession(here, userId), "something else")).toEqual(wrong);
  expect(await provePassword(toSession(othersSession, other), password)).toEqual(wrong);
  expect(await isProven(here)).toBe(false);
  expect(await provePassword(toSession(here, userId), password)).toMatchObject({ ok: true });
  expect([await isProven(here), await isProven(elsewhere), await isProven(othersSession)]).toEqual([
    true,
    false,
    false,
  ]);
});

test("after ten wrong proofs the session waits, and the person's other sessions do not", async () => {
  const [stolen, own] = [await staleSession(userId), await staleSession(userId)];
  for (let attempt = 0; attempt < 10; attempt++) {
    expect(await provePassword(toSession(stolen, userId), "guess")).toMatchObject({ code: "wrong_password" });
  }
  expect(await provePassword(toSession(stolen, userId), password)).toEqual({
    ok: false,
    code: "too_many_attempts",
  });
  expect(await provePassword(toSession(own, userId), password)).toMatchObject({ ok: true });
});

test("a session that has ended meanwhile is not proven", async () => {
  const id = await staleSession(userId);
  await admin.query("UPDATE sessions SET revoked_at = now() WHERE id = $1", [id]);
  await provePassword(toSession(id, userId), password);
  const { rows } = await admin.query(
    "SELECT proven_at < now() - interval '1 hour' AS old FROM sessions WHERE id = $1",
    [id],
  );
  expect(rows).toEqual([{ old: true }]);
});

test("a person with a password can prove it by that", async () => {
  expect(await listProofs(userId)).toEqual(["password"]);
});

test("a new password ends every other session of the person, and the one before no longer signs in", async () => {
  const [here, elsewhere] = [await staleSession(userId), await staleSession(userId)];
  const other = await staleSession(await insertUser(admin));
  const { email, name } = await person();
  const changing = { person: { id: userId, email, name, locale: null }, sessionId: here, ip: null };
  await insertPasswordReset(admin, { user_id: userId, token_hash: newToken().tokenHash });
  expect(await changePassword(changing, "fourteen chars")).toEqual({ ok: false, code: "password_too_short" });
  expect(await findLiveSession(elsewhere)).not.toBeNull();
  expect(await changePassword(changing, "a wholly new password")).toMatchObject({ ok: true });
  const lives = [here, elsewhere, other].map(async (id) => (await findLiveSession(id)) !== null);
  expect(await Promise.all(lives)).toEqual([true, false, true]);
  expect(await checkCredentials({ email, password }, nowhere)).toMatchObject({ ok: false });
  expect(await checkCredentials({ email, password: "a wholly new password" }, nowhere)).toMatchObject({
    ok: true,
  });
  const { rowCount } = await admin.query("SELECT FROM password_resets WHERE user_id = $1", [userId]);
  expect(rowCount).toBe(0);
});

test("signing out everywhere else ends the person's other sessions, and nobody else's", async () => {
  const [here, elsewhere] = [await staleSession(userId), await staleSession(userId)];
  const other = await staleSession(await insertUser(admin));
  const { email, name } = await person();
  await endOtherSessions({ person: { id: userId, email, name, locale: null }, sessionId: here, ip: null });
  const lives = [here, elsewhere, other].map(async (id) => (await findLiveSession(id)) !== null);
  expect(await Promise.all(lives)).toEqual([true, false, true]);
});

async function person(): Promise<{ email: string; name: string }> {
  return (await admin.query("SELECT email, name FROM users WHERE id = $1", [userId])).rows[0];
}

function staleSession(user: string): Promise<string> {
  return insertSession(admin, { user_id: user, proven_at: ago(2 * 60) });
}

function toSession(id: string, personId: string) {
  return { id, person: { id: personId } };
}

async function prove(id: string, at: Date): Promise<void> {
  await admin.query("UPDATE sessions SET proven_at = $2 WHERE id = $1", [id, at]);
}

async function isProven(id: string): Promise<boolean> {
  const session = await findLiveSession(id);
  return session !== null && isProvenLately(session);
}
