import pg from "pg";
import { afterAll, expect, test } from "vitest";
import { askForPasskey, checkPasskey } from "@/lib/domain/second-factors/check-passkey";
import { createPasskey, offerPasskey } from "@/lib/domain/second-factors/create-passkey";
import { asksForSecondStep, getFactors } from "@/lib/domain/second-factors/find-factors";
import {
  declinePasskeys,
  isPasskeyOffered,
  listPasskeys,
  removePasskey,
} from "@/lib/domain/second-factors/list-passkeys";
import { insertMembership } from "@/tests/fixtures/membership";
import { insertMerchant } from "@/tests/fixtures/merchant";
import { insertUser } from "@/tests/fixtures/user";
import { freshDatabase } from "@/tests/support/database";
import { type Answer, SoftPasskey } from "@/tests/support/soft-passkey";

const { adminUrl } = await freshDatabase();
const admin = new pg.Client({ connectionString: adminUrl });
await admin.connect();
afterAll(() => admin.end());

const place = { origin: "https://cobro.example", host: "cobro.example" };
const ip = "198.51.100.7";
const refused = { ok: false, code: "passkey_unknown" };

function given(value: string, expiresAt = new Date(Date.now() + 60_000)) {
  return { value, expiresAt, place };
}

async function newPerson() {
  const id = await insertUser(admin);
  return { id, email: `${id}@example.test`, name: "Ana Rojas" };
}

async function personWithPasskey(name = "Phone") {
  const person = await newPerson();
  const passkey = new SoftPasskey(place);
  const options = await offerPasskey(person, place);
  const added = { userId: person.id, ip, challenge: given(options.challenge), name };
  expect(await createPasskey({ ...added, credential: passkey.create(options) })).toEqual({ ok: true });
  return { person, passkey };
}

async function signIn(passkey: SoftPasskey, answer: Answer = {}, userId: string | null = null) {
  const options = await askForPasskey(place);
  const credential = passkey.use(options, answer);
  return checkPasskey({ challenge: given(options.challenge), credential, ip, userId });
}

test("a passkey signs its person in, and its use is noted", async () => {
  const { person, passkey } = await personWithPasskey();
  expect(await listPasskeys(person.id)).toMatchObject([{ name: "Phone", lastUsedAt: null }]);
  expect(await signIn(passkey)).toEqual({ ok: true, value: { userId: person.id } });
  const [row] = await listPasskeys(person.id);
  expect(row?.lastUsedAt).toBeInstanceOf(Date);
});

test("what a device is told of a person is neither their address nor their id as text", async () => {
  const person = await newPerson();
  const { user, authenticatorSelection } = await offerPasskey(person, place);
  const handle = Buffer.from(user.id, "base64url");
  for (const text of [person.email, person.id]) expect(handle.includes(text), text).toBe(false);
  expect(authenticatorSelection).toMatchObject({ residentKey: "required", userVerification: "required" });
});

test("one person can have several; each is named, used and removed for itself", async () => {
  const { person, passkey } = await personWithPasskey("Phone");
  const second = new SoftPasskey(place);
  const options = await offerPasskey(person, place);
  expect(options.excludeCredentials?.map(({ id }) => id)).toEqual([passkey.id]);
  const request = { userId: person.id, ip, name: "Desk", challenge: given(options.challenge) };
  expect(await createPasskey({ ...request, credential: second.create(options) })).toEqual({ ok: true });
  expect((await listPasskeys(person.id)).map(({ name }) => name)).toEqual(["Phone", "Desk"]);
  expect(await removePasskey(person.id, passkey.id, ip)).toBe(true);
  expect(await signIn(passkey)).toEqual(refused);
  expect(await signIn(second)).toMatchObject({ ok: true });
});

test("nobody removes, or answers with, another person's passkey", async () => {
  const { passkey } = await personWithPasskey();
  const other = await newPerson();
  expect(await removePasskey(other.id, passkey.id, ip)).toBe(false);
  expect(await signIn(passkey, {}, other.id)).toEqual(refused);
  expect(await signIn(passkey)).toMatchObject({ ok: true });
});

test.each<[string, Answer]>([
  ["without the person's finger, face or PIN", { isVerified: false }],
  ["from the page of another site", { origin: "https://cobro.example.evil" }],
  ["by a copy of the device that has counted less", { counter: 1 }],
  ["with the same count again", { counter: 2 }],
  ["by a device that no longer counts", { counter: 0 }],
])("an answer is refused: %s", async (_, answer) => {
  const { passkey } = await personWithPasskey();
  for (const counter of [1, 2]) expect(await signIn(passkey, { counter })).toMatchObject({ ok: true });
  expect(await signIn(passkey, answer)).toEqual(refused);
  expect(await signIn(passkey)).toMatchObject({ ok: true });
});

test("a passkey that never counts works again and again", async () => {
  const { passkey } = await personWithPasskey();
  for (let use = 0; use < 3; use += 1)
    expect(await signIn(passkey, { counter: 0 })).toMatchObject({ ok: true });
});

test("a challenge is answered once, also when the answer comes ten times at once or was wrong", async () => {
  const { passkey, person } = await personWithPasskey();
  const { challenge } = await askForPasskey(place);
  const request = { challenge: given(challenge), credential: passkey.use({ challenge }), ip, userId: null };
  const answers = await Promise.all(Array.from({ length: 10 }, () => checkPasskey(request)));
  expect(answers.filter(({ ok }) => ok)).toEqual([{ ok: true, value: { userId: person.id } }]);

  const next = await askForPasskey(place);
  const spoilt = { challenge: given(next.challenge), ip, userId: null };
  expect(await checkPasskey({ ...spoilt, credential: "{}" })).toEqual(refused);
  expect(await checkPasskey({ ...spoilt, credential: passkey.use(next) })).toEqual(refused);
});

test("a challenge is answered in time, and by whom it was given to", async () => {
  const { passkey } = await personWithPasskey();
  const mine = await askForPasskey(place);
  const theirs = await askForPasskey(place);
  const late = given(mine.challenge, new Date(Date.now() - 1));
  const request = { credential: passkey.use(mine), ip, userId: null };
  expect(await checkPasskey({ ...request, challenge: late })).toEqual(refused);
  expect(await checkPasskey({ ...request, challenge: given(theirs.challenge) })).toEqual(refused);
  expect(await checkPasskey({ ...request, challenge: given(mine.challenge) })).toMatchObject({ ok: true });
});

test("a new passkey is refused without the person's finger, from another site, or a second time", async () => {
  const person = await newPerson();
  const failed = { ok: false, code: "passkey_failed" };
  for (const answer of [{ isVerified: false }, { origin: "https://elsewhere.example" }]) {
    const options = await offerPasskey(person, place);
    const credential = new SoftPasskey(place).create(options, answer);
    const request = { userId: person.id, ip, name: "Phone", credential, challenge: given(options.challenge) };
    expect(await createPasskey(request)).toEqual(failed);
  }
  const passkey = new SoftPasskey(place);
  const codes = [];
  for (const adder of [person, await newPerson()]) {
    const options = await offerPasskey(adder, place);
    const request = { userId: adder.id, ip, name: "Phone", challenge: given(options.challenge) };
    codes.push(await createPasskey({ ...request, credential: passkey.create(options) }));
  }
  expect(codes).toEqual([{ ok: true }, { ok: false, code: "passkey_known" }]);
});

test.each([
  "",
  "null",
  "[]",
  "{",
  '{"id":"\u0000"}',
  `{"id":"${"a".repeat(5_000)}"}`,
  '{"id":{},"response":[]}',
])("what is no answer of a browser is refused: %j", async (credential) => {
  const { challenge } = await askForPasskey(place);
  const request = { challenge: given(challenge), credential, ip, userId: null };
  expect(await checkPasskey(request)).toEqual(refused);
});

test("a disabled account's passkey does not sign in", async () => {
  const { passkey, person } = await personWithPasskey();
  await admin.query("UPDATE users SET disabled_at = now() WHERE id = $1", [person.id]);
  expect(await signIn(passkey)).toEqual(refused);
});

test("a passkey is offered until there is one, or the person has declined for good", async () => {
  const person = await newPerson();
  expect(await isPasskeyOffered(person.id)).toBe(true);
  await declinePasskeys(person.id);
  await declinePasskeys(person.id);
  expect(await isPasskeyOffered(person.id)).toBe(false);
  const { person: other } = await personWithPasskey();
  expect(await isPasskeyOffered(other.id)).toBe(false);
});

test("adding and removing are in the log of the person's businesses, with the passkey's name", async () => {
  const merchantId = await insertMerchant(admin);
  const { person, passkey } = await personWithPasskey("Till");
  await insertMembership(admin, { merchant_id: merchantId, user_id: person.id });
  await removePasskey(person.id, passkey.id, ip);
  const { rows } = await admin.query(
    "SELECT action, details, host(ip::inet) AS ip FROM audit_events WHERE merchant_id = $1",
    [merchantId],
  );
  expect(rows).toEqual([{ action: "second_factor.passkey_removed", details: { name: "Till" }, ip }]);
});

test("after a password, a passkey is asked for where a business requires it of owners and admins", async () => {
  const merchantId = await insertMerchant(admin);
  const { person } = await personWithPasskey();
  await insertMembership(admin, { merchant_id: merchantId, user_id: person.id, role: "cashier" });
  expect(await asksForSecondStep(person.id)).toBe(false);
  await admin.query("UPDATE merchants SET second_factor_since = now() WHERE merchant_id = $1", [merchantId]);
  expect(await asksForSecondStep(person.id)).toBe(false);
  await admin.query("UPDATE memberships SET role = 'admin' WHERE user_id = $1", [person.id]);
  expect(await asksForSecondStep(person.id)).toBe(true);
  expect(await getFactors(person.id)).toEqual({
    hasPasskey: true,
    hasAuthenticator: false,
    recoveryCodes: 0,
  });
});
