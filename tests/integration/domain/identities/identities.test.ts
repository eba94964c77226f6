import pg from "pg";
import { afterAll, expect, test } from "vitest";
import { findPerson, listIdentities } from "@/lib/domain/identities/find-identity";
import { linkIdentity, unlinkIdentity } from "@/lib/domain/identities/link-identity";
import { claimsSchema, type Identity } from "@/lib/domain/identities/schema";
import { insertMembership } from "@/tests/fixtures/membership";
import { insertMerchant } from "@/tests/fixtures/merchant";
import { insertUser } from "@/tests/fixtures/user";
import { freshDatabase } from "@/tests/support/database";

const { adminUrl } = await freshDatabase();
const admin = new pg.Client({ connectionString: adminUrl });
await admin.connect();
afterAll(() => admin.end());

const ip = "198.51.100.7";

function newIdentity(issuer = "https://id.example.com"): Identity {
  const subject = crypto.randomUUID();
  return { issuer, subject, email: "eva@example.com", isEmailVerified: true, name: "Eva" };
}

async function newOwner() {
  return { userId: await insertUser(admin), ip };
}

test("of two people who link one identity at the same moment, one has it", async () => {
  const identity = newIdentity();
  const owners = [await newOwner(), await newOwner()];
  const linked = await Promise.all(owners.map((owner) => linkIdentity(identity, owner)));
  expect(linked.filter(({ ok }) => ok)).toHaveLength(1);
  expect(linked.filter(({ ok }) => !ok)).toEqual([{ ok: false, code: "identity_taken" }]);
  const winner = owners[linked.findIndex(({ ok }) => ok)];
  expect(await findPerson(identity)).toBe(winner?.userId);
});

test("a subject of another provider is somebody else", async () => {
  const owner = await newOwner();
  const identity = newIdentity();
  await linkIdentity(identity, owner);
  expect(await findPerson({ ...identity, issuer: "https://other.example.com" })).toBeNull();
  expect(await findPerson({ ...identity, subject: identity.subject.toUpperCase() })).toBeNull();
});

test("a person has one identity of each provider, and linking it again changes nothing", async () => {
  const owner = await newOwner();
  const identity = newIdentity();
  expect(await linkIdentity(identity, owner)).toEqual({ ok: true, value: { isNew: true } });
  expect(await linkIdentity(identity, owner)).toEqual({ ok: true, value: { isNew: false } });
  expect(await linkIdentity(newIdentity(), owner)).toEqual({ ok: false, code: "identity_second" });
  expect(await linkIdentity(newIdentity("https://accounts.google.com"), owner)).toMatchObject({ ok: true });
  expect(await listIdentities(owner.userId)).toHaveLength(2);
});

test("only its owner unlinks an identity, and the log of their business tells of both", async () => {
  const owner = await newOwner();
  const merchantId = await insertMerchant(admin);
  await insertMembership(admin, { merchant_id: merchantId, user_id: owner.userId, role: "owner" });
  const identity = newIdentity();
  await linkIdentity(identity, owner);
  const [row] = await listIdentities(owner.userId);
  expect(row).toMatchObject({ issuer: identity.issuer, email: identity.email, lastUsedAt: null });
  const id = row?.id ?? "";
  expect(await unlinkIdentity(id, await newOwner())).toBe(false);
  expect(await findPerson(identity)).toBe(owner.userId);
  expect((await listIdentities(owner.userId))[0]?.lastUsedAt).toBeInstanceOf(Date);
  expect(await unlinkIdentity(id, owner)).toBe(true);
  expect(await findPerson(identity)).toBeNull();
  const { rows } = await admin.query(
    "SELECT action, details, ip FROM audit_events WHERE merchant_id = $1 ORDER BY id",
    [merchantId],
  );
  const details = { name: "id.example.com" };
  expect(rows).toEqual([
    { action: "identity.linked", details, ip },
    { action: "identity.unlinked", details, ip },
  ]);
});

test("the identities of a disabled account sign nobody in, and stay theirs", async () => {
  const owner = await newOwner();
  const identity = newIdentity();
  await linkIdentity(identity, owner);
  await admin.query("UPDATE users SET disabled_at = now() WHERE id = $1", [owner.userId]);
  expect(await findPerson(identity)).toBeNull();
  expect(await linkIdentity(identity, await newOwner())).toEqual({ ok: false, code: "identity_taken" });
});

const named = { iss: "https://id.example.com", sub: "1" };

test.each([
  ["a verified address", { email: "Eva@Example.com", email_verified: true }, "eva@example.com", true],
  ["the same as text", { email: "eva@example.com", email_verified: "true" }, "eva@example.com", true],
  [
    "an address that is not verified",
    { email: "eva@example.com", email_verified: false },
    "eva@example.com",
    false,
  ],
  ["one of which nothing is said", { email: "eva@example.com" }, "eva@example.com", false],
  ["no address", { email_verified: true }, null, false],
  ["something else in its place", { email: ["a@b.example"], email_verified: true }, null, false],
  ["no whole address", { email: "eva", email_verified: true }, null, false],
])("claims with %s", (_, claims, email, isEmailVerified) => {
  expect(claimsSchema.parse({ ...named, ...claims })).toMatchObject({ email, isEmailVerified });
});

test("a name is one printable line, or none", () => {
  const nameIn = (name: unknown) => claimsSchema.parse({ ...named, name }).name;
  expect(nameIn("  Eva\u0000 Mora")).toBe("");
  expect(nameIn(" Eva\n Mora ")).toBe("Eva Mora");
  expect(nameIn("x".repeat(100_000))).toBe("");
  expect(nameIn(7)).toBe("");
});

test.each([
  { iss: "", sub: "1" },
  { iss: "https://id.example.com" },
  { ...named, sub: "x".repeat(256) },
  null,
])("claims without an identity are refused: %j", (claims) =>
  expect(claimsSchema.safeParse(claims).success).toBe(false),
);
