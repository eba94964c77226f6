import { createHash } from "node:crypto";
import pg from "pg";
import { afterAll, beforeEach, describe, expect, it, test } from "vitest";
import { createAccount } from "@/lib/domain/accounts/create-account";
import { hasAccount } from "@/lib/domain/accounts/find-account";
import { getOffer } from "@/lib/domain/invitations/accept-invitation";
import { inviteMember } from "@/lib/domain/invitations/invite-member";
import { pendingInvitations } from "@/lib/domain/invitations/list-invitations";
import { renewInvitation } from "@/lib/domain/invitations/renew-invitation";
import { revokeInvitation } from "@/lib/domain/invitations/revoke-invitation";
import { changeRole, removeMember } from "@/lib/domain/members/change-team";
import { findMembership } from "@/lib/domain/members/find-membership";
import { listMembers } from "@/lib/domain/members/list-members";
import { disableMerchant } from "@/lib/domain/merchants/close-merchant";
import { withInvitation } from "@/lib/platform/db";
import { merchantInviting } from "@/lib/web/require-member";
import { freshDatabase } from "@/tests/support/database";
import { newMerchant, type TestMerchant } from "@/tests/support/merchants";
import {
  accept,
  getToken,
  inviting,
  newAccount,
  newMember,
  strangeToken,
  type TestPerson,
} from "@/tests/support/team";

process.env.SIGNUP = "invite";
const { adminUrl } = await freshDatabase();
const admin = new pg.Client({ connectionString: adminUrl });
await admin.connect();
afterAll(() => admin.end());

const gone = { ok: false, code: "invitation_gone" };
let merchant: TestMerchant;
let guest: TestPerson;
let token: string;
let id: string;

beforeEach(async () => {
  merchant = await newMerchant();
  guest = await newAccount();
  const sent = await inviteMember({ ...inviting(merchant), invite: { email: guest.email, role: "cashier" } });
  if (!sent.ok) throw new Error(sent.code);
  token = getToken(sent.value.link);
  id = (await pendingInvitations(merchant.merchantId))[0]?.id ?? "";
});

async function offer(text = token) {
  const found = await merchantInviting(text);
  return found && getOffer(found);
}

describe("the token", () => {
  it("has 256 bits and is stored as its SHA-256 alone", async () => {
    expect(Buffer.from(token, "base64url")).toHaveLength(32);
    const { rows } = await admin.query("SELECT * FROM invitations WHERE id = $1", [id]);
    expect(rows[0].token_hash).toEqual(createHash("sha256").update(token).digest());
    const everything = await admin.query(
      `SELECT coalesce(string_agg(t::text, ''), '') AS text FROM (
         SELECT to_jsonb(i) FROM invitations i UNION ALL SELECT to_jsonb(a) FROM audit_events a
         UNION ALL SELECT to_jsonb(j) FROM graphile_worker._private_jobs j) AS t`,
    );
    expect(everything.rows[0].text).not.toContain(token);
  });

  it("opens its own invitation and no other, before a merchant is set", async () => {
    await newMerchant();
    const hash = new Uint8Array(createHash("sha256").update(token).digest());
    const seen = await withInvitation(hash, async (tx) => ({
      invitations: await tx.invitation.count(),
      merchants: await tx.merchant.count(),
      memberships: await tx.membership.count(),
      users: await tx.user.count({ where: { email: { not: "" } } }),
    }));
    expect(seen).toEqual({ invitations: 1, merchants: 0, memberships: 0, users: 0 });
    await expect(
      withInvitation(hash, (tx) => tx.invitation.updateMany({ data: { role: "owner" } })),
    ).resolves.toEqual({ count: 0 });
    expect(await withInvitation(new Uint8Array(0), (tx) => tx.invitation.count())).toBe(0);
  });

  it.each(["", "x", "../..", "A".repeat(43), "%00".repeat(20), strangeToken()])(
    "garbage offers nothing: %s",
    async (text) => {
      expect(await offer(text)).toBeNull();
      expect(await accept(text, guest)).toEqual(gone);
    },
  );
});

describe("accepting", () => {
  it("makes a member with the role, once", async () => {
    expect(await offer()).toMatchObject({ email: guest.email, role: "cashier", inviter: "Ana Rojas" });
    expect(await accept(token, guest)).toEqual({ ok: true, value: { slug: merchant.slug } });
    expect((await findMembership(guest.id, merchant.slug))?.role).toBe("cashier");
    expect(await accept(token, guest)).toEqual(gone);
    expect(await offer()).toBeNull();
  });

  it("happens once when it is sent many times at once", async () => {
    const answers = await Promise.all(Array.from({ length: 8 }, () => accept(token, guest)));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    const { rows } = await admin.query(
      "SELECT count(*)::int FROM audit_events WHERE action = 'member.joined' AND merchant_id = $1",
      [merchant.merchantId],
    );
    expect(rows[0].count).toBe(1);
  });

  it("is for the address that was invited alone", async () => {
    const other = await newAccount();
    expect(await accept(token, other)).toEqual({ ok: false, code: "invitation_for_another" });
    expect(await findMembership(other.id, merchant.slug)).toBeNull();
    expect(await accept(token, guest)).toMatchObject({ ok: true });
  });

  it("is over after 72 hours", async () => {
    const { rows } = await admin.query(
      "SELECT expires_at - created_at AS life FROM invitations WHERE id = $1",
      [id],
    );
    expect(
      Math.round(rows[0].life.days * 24 + (rows[0].life.hours ?? 0) + (rows[0].life.minutes ?? 0) / 60),
    ).toBe(72);
    await admin.query("UPDATE invitations SET expires_at = now() - interval '1 second' WHERE id = $1", [id]);
    expect(await offer()).toBeNull();
    expect(await accept(token, guest)).toEqual(gone);
  });

  it("brings back who was in the team before, with the new role", async () => {
    await accept(token, guest);
    await removeMember({ ...inviting(merchant), userId: guest.id });
    const sent = await inviteMember({
      ...inviting(merchant),
      invite: { email: guest.email, role: "viewer" },
    });
    expect(await accept(getToken(sent.ok ? sent.value.link : ""), guest)).toMatchObject({ ok: true });
    expect((await findMembership(guest.id, merchant.slug))?.role).toBe("viewer");
  });

  it("gives who is in the team already no other role", async () => {
    const second = await inviteMember({
      ...inviting(merchant),
      invite: { email: "else@example.com", role: "admin" },
    });
    await accept(token, guest);
    // The email address of an account may change between two invitations; here it is changed directly.
    await admin.query("UPDATE users SET email = 'else@example.com' WHERE id = $1", [guest.id]);
    const self = { ...guest, email: "else@example.com" };
    expect(await accept(getToken(second.ok ? second.value.link : ""), self)).toMatchObject({ ok: true });
    expect((await findMembership(guest.id, merchant.slug))?.role).toBe("cashier");
  });

  it("rests on the authority of who sent it", async () => {
    const boss = await newMember(merchant, "admin");
    const byBoss = { ...inviting(merchant), actor: { userId: boss.id, ip: null } };
    const friend = await newAccount();
    const sent = await inviteMember({ ...byBoss, invite: { email: friend.email, role: "admin" } });
    const theirs = getToken(sent.ok ? sent.value.link : "");
    expect(await offer(theirs)).not.toBeNull();
    await changeRole({ ...inviting(merchant), userId: boss.id, role: "cashier" });
    expect(await offer(theirs)).toBeNull();
    expect(await accept(theirs, friend)).toEqual(gone);
    await removeMember({ ...inviting(merchant), userId: boss.id });
    expect(await accept(theirs, friend)).toEqual(gone);
    // Sent again by the owner, the same invitation is valid.
    const pending = await pendingInvitations(merchant.merchantId);
    const again = await renewInvitation({
      ...inviting(merchant),
      id: pending.find(({ email }) => email === friend.email)?.id ?? "",
      byMail: false,
    });
    expect(await accept(getToken(again.ok ? again.value.link : ""), friend)).toMatchObject({ ok: true });
  });

  it("is of no use where the merchant is turned off", async () => {
    await disableMerchant(merchant);
    expect(await offer()).toBeNull();
    expect(await accept(token, guest)).toEqual(gone);
  });
});

describe("sending again and taking back", () => {
  it("gives a new link, and the old one is dead", async () => {
    const sent = await renewInvitation({ ...inviting(merchant), id, byMail: false });
    expect(await accept(token, guest)).toEqual(gone);
    expect(await accept(getToken(sent.ok ? sent.value.link : ""), guest)).toMatchObject({ ok: true });
  });

  it("is dead once taken back, and cannot be sent again", async () => {
    await revokeInvitation({ ...inviting(merchant), id });
    expect(await accept(token, guest)).toEqual(gone);
    expect(await renewInvitation({ ...inviting(merchant), id, byMail: false })).toEqual({
      ok: false,
      code: "invitation_ended",
    });
    expect(await pendingInvitations(merchant.merchantId)).toEqual([]);
    const again = await inviteMember({
      ...inviting(merchant),
      invite: { email: guest.email, role: "viewer" },
    });
    expect(again).toMatchObject({ ok: true });
  });

  it("taking back and accepting at once: one of them", async () => {
    const [accepted] = await Promise.all([
      accept(token, guest),
      revokeInvitation({ ...inviting(merchant), id }),
    ]);
    const isMember = (await findMembership(guest.id, merchant.slug)) !== null;
    expect(accepted.ok).toBe(isMember);
    const { rows } = await admin.query(
      "SELECT (accepted_at IS NULL) <> (revoked_at IS NULL) AS one FROM invitations WHERE id = $1",
      [id],
    );
    expect(rows[0].one).toBe(true);
  });

  it("reaches no invitation of another merchant", async () => {
    const other = await newMerchant();
    await revokeInvitation({ ...inviting(other), id });
    expect(await renewInvitation({ ...inviting(other), id, byMail: false })).toMatchObject({
      code: "invitation_ended",
    });
    expect(await accept(token, guest)).toMatchObject({ ok: true });
  });
});

describe("inviting", () => {
  it("is refused for who is in the team, and for who is invited", async () => {
    const invite = { email: guest.email, role: "viewer" } as const;
    expect(await inviteMember({ ...inviting(merchant), invite })).toEqual({
      ok: false,
      code: "already_invited",
    });
    await accept(token, guest);
    expect(await inviteMember({ ...inviting(merchant), invite })).toEqual({
      ok: false,
      code: "already_member",
    });
  });

  it("gives no role above one's own", async () => {
    const boss = await newMember(merchant, "admin");
    const inboxAgent = await newMember(merchant, "cashier");
    const as = (person: TestPerson, role: "owner" | "viewer") =>
      inviteMember({
        ...inviting(merchant),
        actor: { userId: person.id, ip: null },
        invite: { email: "new@example.com", role },
      });
    expect(await as(boss, "owner")).toEqual({ ok: false, code: "not_for_your_role" });
    expect(await as(inboxAgent, "viewer")).toEqual({ ok: false, code: "not_for_your_role" });
    expect(await as(boss, "viewer")).toMatchObject({ ok: true });
  });

  it("the same address twice at once is one invitation", async () => {
    const invite = { email: "twice@example.com", role: "viewer" } as const;
    const answers = await Promise.all([1, 2, 3].map(() => inviteMember({ ...inviting(merchant), invite })));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  });
});

test("an account that exists is never changed by signing up with its address", async () => {
  const form = { name: "Mallory", email: guest.email, password: "correct horse battery" };
  expect(await createAccount(form, "en", null, true)).toEqual({ ok: false, code: "email_taken" });
  const { rows } = await admin.query("SELECT name, password_hash FROM users WHERE id = $1", [guest.id]);
  expect(rows[0]).toEqual({ name: "Eva Mora", password_hash: "-" });
});

test("where sign-up is by invitation, who is invited can sign up and nobody else", async () => {
  const form = { name: "New", email: "fresh@example.com", password: "correct horse battery" };
  expect(await createAccount(form, "en", null)).toEqual({ ok: false, code: "signup_closed" });
  expect(await hasAccount(form.email)).toBe(false);
  expect(await createAccount(form, "en", null, true)).toMatchObject({ ok: true });
});

test("the team shows only its own", async () => {
  await accept(token, guest);
  expect((await listMembers(merchant.merchantId)).map(({ userId }) => userId)).toEqual([
    merchant.actor.userId,
    guest.id,
  ]);
});
