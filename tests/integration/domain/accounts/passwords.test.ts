import { hash } from "@node-rs/argon2";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it, test } from "vitest";
import { checkCredentials } from "@/lib/domain/accounts/check-credentials";
import { checkNewPassword } from "@/lib/domain/accounts/check-new-password";
import { createAccount } from "@/lib/domain/accounts/create-account";
import { signInSchema, signUpSchema } from "@/lib/domain/accounts/schema";
import { insertUser } from "@/tests/fixtures/user";
import { freshDatabase } from "@/tests/support/database";

const { adminUrl } = await freshDatabase();
const admin = new pg.Client({ connectionString: adminUrl });
beforeAll(() => admin.connect());
afterAll(() => admin.end());

const ana = { name: "Ana María Rojas", email: "anamaria.r@panaderia-luna.example", hasSecondFactor: false };
const check = (password: string) => checkNewPassword(password, ana);

describe("a new password", () => {
  it.each([
    "correct horse battery staple",
    "correcthorsebatterystaple",
    "solo letras minusculas",
    "tangerine-bicycle-42",
    "nubes sobre el volcán Arenal",
    "        fifteen",
    "🥐☕🌋🦥🐢🦜🌺🍍🥭🌊🏄🌴🐸🦋🌙",
    "日本語のとても長いパスワード例です",
    "Ana bakes 40 croissants a day",
  ])("may be of any kind of characters: %s", async (password) => {
    expect(await check(password)).toEqual({ ok: true, value: undefined });
  });

  it("has at least 15 characters, or 8 beside a second factor; a sign that is two code units counts once", async () => {
    expect(await check("plum orbit tuk")).toEqual({ ok: false, code: "password_too_short" });
    expect(await check("plum orbit tuka")).toMatchObject({ ok: true });
    expect(await check("🥐☕🌋🦥🐢🦜🌺🍍🥭🌊🏄🌴🐸🦋")).toMatchObject({ code: "password_too_short" });
    const beside = { ...ana, hasSecondFactor: true };
    expect(await checkNewPassword("plum orb", beside)).toMatchObject({ ok: true });
    expect(await checkNewPassword("plum or", beside)).toEqual({
      ok: false,
      code: "password_too_short_beside_factor",
    });
    expect(await checkNewPassword("password", beside)).toEqual({ ok: false, code: "password_guessable" });
  });

  it("is as long composed as decomposed", async () => {
    const accented = "ñandú café olé".normalize("NFD");
    expect(accented.length).toBeGreaterThan(15);
    expect(await check(accented)).toMatchObject({ code: "password_too_short" });
  });

  it.each([
    // On the list, in whatever letter case, and made of its entries.
    ...["passwordpassword", "PasswordPassword", "1qaz2wsx3edc4rfv", "qwertyuiop12345", "123456789012345"],
    ...["1111111111111111", "abcdefghijklmnop", "qwertyuiopasdfgh", "iloveyouiloveyou", "password1234567"],
    // The service, the person and their address.
    ...["cobrocobrocobro", "Cobro 2026 Cobro 2026", "my cobro password", "4geeks4geeks4geeks"],
    ...["Ana María Rojas", "anamariarojas123", "ROJAS-ROJAS-ROJAS", "anamaria.r@panaderia-luna.example"],
    ...["panaderia-luna-1", "Panadería Luna 1"],
  ])("is not one that is tried first: %s", async (password) => {
    expect(await check(password)).toEqual({ ok: false, code: "password_guessable" });
  });

  it("is checked in a moment however long it is, so that nobody else waits for it", async () => {
    await check("the list is loaded");
    for (const text of ["p4$$w0rd", "1234567890", "x", "4@8({[<3€6&9#1!|7+0$5%2"]) {
      const begin = performance.now();
      await check(text.repeat(256 / text.length));
      expect(performance.now() - begin, text).toBeLessThan(500);
    }
  });
});

/** No network address is known, and no browser. */
const nowhere = { ip: null, device: null };

test("a form takes up to 256 characters as they are composed, and works on nothing longer than it may be typed", () => {
  const parse = (password: string) =>
    signInSchema.safeParse({ email: "a@example.com", password }).error?.issues.map(({ message }) => message);
  expect(parse("é".normalize("NFD").repeat(256))).toBeUndefined();
  expect(parse("🥐".repeat(256))).toBeUndefined();
  expect(parse("x".repeat(257))).toEqual(["password_too_long"]);
  expect(parse("e\u0301\u0323".repeat(400))).toEqual(["password_too_long"]);
  expect(parse("")).toEqual(["password_missing"]);
  const begin = performance.now();
  expect(parse(`a${"\u0301\u0323".repeat(100_000)}`)).toEqual(["password_too_long"]);
  expect(performance.now() - begin).toBeLessThan(200);
  expect(signUpSchema.safeParse({ name: "Ana", email: "a@example.com", password: "short" }).success).toBe(
    true,
  );
});

test("composed and decomposed characters are one password", async () => {
  const email = "jose@example.com";
  const password = "la canción de José";
  const form = { name: "José", email, password: password.normalize("NFD") };
  expect(await createAccount(form, "es", null)).toMatchObject({ ok: true });
  for (const typed of [password.normalize("NFC"), password.normalize("NFD")]) {
    expect(await checkCredentials({ email, password: typed }, nowhere)).toMatchObject({ ok: true });
  }
  expect(await checkCredentials({ email, password: "la cancion de Jose" }, nowhere)).toMatchObject({
    ok: false,
  });
});

test("passwords from before these rules keep signing in: short ones, and those that were hashed as they were typed", async () => {
  for (const password of ["8 chars.", "canción".normalize("NFD"), "contraseña"]) {
    const email = `${crypto.randomUUID()}@example.com`;
    await insertUser(admin, { email, password_hash: await hash(password) });
    expect(await checkCredentials({ email, password }, nowhere), password).toMatchObject({ ok: true });
  }
});

test("an account is not created with a password that is tried first", async () => {
  const form = { name: "Luz", email: "luz@example.com" };
  const answers = await Promise.all(
    ["fourteen chars", "passwordpassword"].map((password) =>
      createAccount({ ...form, password }, "en", null),
    ),
  );
  expect(answers).toEqual([
    { ok: false, code: "password_too_short" },
    { ok: false, code: "password_guessable" },
  ]);
  expect((await admin.query("SELECT FROM users WHERE email = $1", [form.email])).rowCount).toBe(0);
});
