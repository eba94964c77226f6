import { URI } from "otpauth";
import pg from "pg";
import { afterAll, expect, test } from "vitest";
import { resetSecondFactor } from "@/lib/domain/operator/reset-second-factor";
import {
  beginPendingSignIn,
  endPendingSignIn,
  findPendingSignIn,
} from "@/lib/domain/second-factors/begin-sign-in";
import {
  beginAuthenticator,
  confirmAuthenticator,
  findSetUp,
  removeAuthenticator,
} from "@/lib/domain/second-factors/change-authenticator";
import { checkCode } from "@/lib/domain/second-factors/check-code";
import { asksForSecondStep, getFactors } from "@/lib/domain/second-factors/find-factors";
import { renewRecoveryCodes } from "@/lib/domain/second-factors/renew-codes";
import { rotateAuthenticators } from "@/lib/domain/second-factors/rotate-authenticators";
import { codeSchema } from "@/lib/domain/second-factors/schema";
import { insertMembership } from "@/tests/fixtures/membership";
import { insertMerchant } from "@/tests/fixtures/merchant";
import { insertSession } from "@/tests/fixtures/session";
import { insertUser } from "@/tests/fixtures/user";
import { freshDatabase } from "@/tests/support/database";

const { adminUrl } = await freshDatabase();
const admin = new pg.Client({ connectionString: adminUrl });
await admin.connect();
afterAll(() => admin.end());

const ip = "198.51.100.7";
const unknownBrowser = { ip, device: null };
const wrong = { ok: false, code: "code_wrong" };
const step = 30_000;

/** A person whose app makes the code of a time step, counted from now. */
async function personWithApp() {
  const id = await insertUser(admin);
  const app = await beginApp(id);
  // Before now, so that the code of now is still unused.
  const confirmed = await confirmAuthenticator(id, app(-1), ip);
  if (!confirmed.ok) throw new Error(confirmed.code);
  return { id, app, codes: confirmed.value.codes };
}

async function beginApp(id: string): Promise<(offset: number) => string> {
  await beginAuthenticator(id);
  const setUp = await findSetUp({ id, email: "ana@example.com" });
  const totp = URI.parse(setUp?.address ?? "");
  if (!("period" in totp)) throw new Error("not a TOTP");
  return (offset) => totp.generate({ timestamp: Date.now() + offset * step });
}

test("an app is in use once its first code was typed, and the address in the QR code names the account", async () => {
  const id = await insertUser(admin);
  const app = await beginApp(id);
  const setUp = await findSetUp({ id, email: "ana@example.com" });
  expect(setUp?.address).toContain("otpauth://totp/Cobro:ana%40example.com?issuer=Cobro");
  expect(setUp?.key).toMatch(/^[A-Z2-7]{32}$/);
  expect(await asksForSecondStep(id)).toBe(false);
  expect(await checkCode(id, app(0), unknownBrowser)).toEqual(wrong);
  expect(await confirmAuthenticator(id, "000000", ip)).toEqual(wrong);
  expect(await confirmAuthenticator(id, app(0), ip)).toMatchObject({ ok: true });
  expect(await asksForSecondStep(id)).toBe(true);
  expect(await findSetUp({ id, email: "ana@example.com" })).toBeNull();
});

test("an app in use is not replaced by beginning again, and its first code is used up", async () => {
  const id = await insertUser(admin);
  const app = await beginApp(id);
  await confirmAuthenticator(id, app(0), ip);
  expect(await beginAuthenticator(id)).toBe(false);
  expect(await confirmAuthenticator(id, app(0), ip)).toEqual({ ok: false, code: "set_up_gone" });
  expect(await checkCode(id, app(0), unknownBrowser)).toEqual(wrong);
  expect(await checkCode(id, app(1), unknownBrowser)).toEqual({ ok: true });
});

test("a code works once, also when it is sent twenty times at once; none of an earlier step works after it", async () => {
  const { id, app } = await personWithApp();
  const code = app(1);
  const earlier = app(0);
  const answers = await Promise.all(
    Array.from({ length: 20 }, (_, n) => checkCode(id, code, { ip, device: `browser ${n}` })),
  );
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  expect(await checkCode(id, code, unknownBrowser)).toEqual(wrong);
  expect(await checkCode(id, earlier, unknownBrowser)).toEqual(wrong);
});

test("clocks may differ by a step and no more", async () => {
  const { id, app } = await personWithApp();
  // The test may cross into the next step between making a code and checking it; two steps away is wrong either way.
  for (const offset of [-3, 3]) expect(await checkCode(id, app(offset), unknownBrowser)).toEqual(wrong);
  expect(await checkCode(id, app(1), unknownBrowser)).toEqual({ ok: true });
});

test("one person's code is of no use for another", async () => {
  const { app } = await personWithApp();
  const other = await personWithApp();
  expect(await checkCode(other.id, app(0), unknownBrowser)).toEqual(wrong);
});

test("guesses from unknown browsers end after ten, and a browser that the person has used before goes on", async () => {
  const { id, app } = await personWithApp();
  const answers = [];
  for (let guess = 0; guess < 12; guess += 1)
    answers.push(await checkCode(id, `00000${guess % 10}`, unknownBrowser));
  expect(answers.filter((answer) => !answer.ok && answer.code === "too_many_attempts")).toHaveLength(2);
  expect(await checkCode(id, app(0), unknownBrowser)).toEqual({ ok: false, code: "too_many_attempts" });
  expect(await checkCode(id, app(0), { ip, device: "the till" })).toEqual({ ok: true });
});

test("recovery codes work once each, however they are typed, also at the same moment", async () => {
  const { id, codes } = await personWithApp();
  expect(new Set(codes).size).toBe(10);
  expect(codes[0]).toMatch(/^([2-9a-km-np-z]{4}-){5}[2-9a-km-np-z]{4}$/);
  const typed = codeSchema.parse(` ${codes[0]?.toUpperCase().replaceAll("-", " ")} `);
  const answers = await Promise.all(
    Array.from({ length: 8 }, (_, n) => checkCode(id, typed, { ip, device: `browser ${n}` })),
  );
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  expect((await getFactors(id)).recoveryCodes).toBe(9);
});

test("new recovery codes replace the earlier ones, and only their hashes are stored", async () => {
  const { id, codes } = await personWithApp();
  const renewed = await renewRecoveryCodes(id, ip);
  const code = (text = "") => codeSchema.parse(text);
  expect(await checkCode(id, code(codes[1]), unknownBrowser)).toEqual(wrong);
  const [fresh = ""] = renewed.ok ? renewed.value.codes : [];
  const { rows } = await admin.query("SELECT encode(code_hash, 'escape') AS hash FROM recovery_codes");
  expect(JSON.stringify(rows)).not.toContain(code(fresh));
  expect(await checkCode(id, code(fresh), unknownBrowser)).toEqual({ ok: true });
});

test("without a second factor there are no recovery codes to make, and removing the app removes them", async () => {
  const { id, codes } = await personWithApp();
  expect(await removeAuthenticator(id, ip)).toBe(true);
  expect(await removeAuthenticator(id, ip)).toBe(false);
  expect(await checkCode(id, codeSchema.parse(codes[0]), unknownBrowser)).toEqual(wrong);
  expect(await renewRecoveryCodes(id, ip)).toEqual({ ok: false, code: "no_second_factor" });
  expect(await asksForSecondStep(id)).toBe(false);
});

test("the secret is stored encrypted for its person, and a rotation of master keys includes it", async () => {
  const { id, app } = await personWithApp();
  const other = await personWithApp();
  const { rows } = await admin.query(
    "SELECT encrypted, master_key_id FROM authenticators WHERE user_id = $1",
    [id],
  );
  expect(rows[0].master_key_id).toBe("k1");
  await admin.query("UPDATE authenticators SET encrypted = $2 WHERE user_id = $1", [
    other.id,
    rows[0].encrypted,
  ]);
  expect(await checkCode(other.id, app(0), unknownBrowser)).toEqual(wrong);
  await admin.query("UPDATE authenticators SET master_key_id = 'k0' WHERE user_id = ANY ($1)", [
    [id, other.id],
  ]);
  expect(await rotateAuthenticators()).toEqual({ rewrapped: 1, unreadable: [other.id] });
  expect(await checkCode(id, app(0), unknownBrowser)).toEqual({ ok: true });
});

test("the operator removes a person's second factors, with a line in each of their businesses' logs", async () => {
  const { id, app } = await personWithApp();
  const merchantId = await insertMerchant(admin);
  await insertMembership(admin, { merchant_id: merchantId, user_id: id });
  await insertSession(admin, { user_id: id });
  const pending = await beginPendingSignIn(id);
  expect(await resetSecondFactor(` ${id.toUpperCase()}@Example.test`)).toBe(true);
  expect(await getFactors(id)).toEqual({ hasPasskey: false, hasAuthenticator: false, recoveryCodes: 0 });
  expect(await checkCode(id, app(0), unknownBrowser)).toEqual(wrong);
  expect(await findPendingSignIn(pending)).toBeNull();
  const live = await admin.query("SELECT FROM sessions WHERE user_id = $1 AND revoked_at IS NULL", [id]);
  expect(live.rowCount).toBe(0);
  const log = await admin.query(
    "SELECT action, actor_id, target_id FROM audit_events WHERE merchant_id = $1",
    [merchantId],
  );
  expect(log.rows).toEqual([{ action: "second_factor.reset", actor_id: null, target_id: id }]);
  expect(await resetSecondFactor("nobody@example.test")).toBe(false);
});

test("a sign-in that waits for its second factor ends once, after ten minutes, and with the account", async () => {
  const id = await insertUser(admin);
  const token = await beginPendingSignIn(id);
  expect(await findPendingSignIn(token)).toBe(id);
  for (const forged of ["", "x", `${token.slice(0, -1)}${token.endsWith("A") ? "B" : "A"}`]) {
    expect(await findPendingSignIn(forged)).toBeNull();
  }
  const ends = await Promise.all(Array.from({ length: 5 }, () => endPendingSignIn(token)));
  expect(ends.filter(Boolean)).toHaveLength(1);
  expect(await findPendingSignIn(token)).toBeNull();

  const late = await beginPendingSignIn(id);
  await admin.query("UPDATE pending_sign_ins SET expires_at = now() - interval '1 second'");
  expect(await findPendingSignIn(late)).toBeNull();
  expect(await endPendingSignIn(late)).toBe(false);
  const disabled = await beginPendingSignIn(id);
  await admin.query("UPDATE users SET disabled_at = now() WHERE id = $1", [id]);
  expect(await findPendingSignIn(disabled)).toBeNull();
});
