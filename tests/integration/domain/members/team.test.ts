import pg from "pg";
import { afterAll, beforeEach, describe, expect, it, test } from "vitest";
import { changeRole, leaveTeam, removeMember, transferOwnership } from "@/lib/domain/members/change-team";
import { findMembership } from "@/lib/domain/members/find-membership";
import { listMembers } from "@/lib/domain/members/list-members";
import type { Role } from "@/lib/domain/members/schema";
import { freshDatabase } from "@/tests/support/database";
import { newMerchant, type TestMerchant } from "@/tests/support/merchants";
import { newMember, type TestPerson } from "@/tests/support/team";

const { adminUrl } = await freshDatabase();
const admin = new pg.Client({ connectionString: adminUrl });
await admin.connect();
afterAll(() => admin.end());

let merchant: TestMerchant;
let owner: TestPerson;

beforeEach(async () => {
  merchant = await newMerchant();
  owner = { id: merchant.actor.userId, email: `${merchant.actor.userId}@example.com` };
});

const by = ({ id }: TestPerson) => ({
  merchantId: merchant.merchantId,
  actor: { userId: id, ip: null },
});

async function rolesNow(): Promise<Record<string, Role>> {
  return Object.fromEntries(
    (await listMembers(merchant.merchantId)).map(({ userId, role }) => [userId, role]),
  );
}

async function actions(): Promise<string[]> {
  const { rows } = await admin.query(
    "SELECT action FROM audit_events WHERE merchant_id = $1 AND action NOT LIKE 'merchant.%' ORDER BY id",
    [merchant.merchantId],
  );
  return rows.map(({ action }) => action);
}

describe("a role", () => {
  it("that somebody else changed meanwhile is asked about", async () => {
    const cashier = await newMember(merchant, "cashier");
    const older = { ...by(owner), userId: cashier.id, drawn: "cashier" } as const;
    await changeRole({ ...by(owner), userId: cashier.id, role: "viewer" });
    expect(await changeRole({ ...older, role: "admin" })).toEqual({
      ok: false,
      code: "changed_meanwhile",
      now: "viewer",
    });
    expect((await rolesNow())[cashier.id]).toBe("viewer");
    // When the role is already as wanted, or the form is submitted again after the question, there is no question.
    expect(await changeRole({ ...older, role: "viewer" })).toMatchObject({ ok: true });
    expect(await changeRole({ ...older, role: "admin", drawn: "viewer" })).toMatchObject({ ok: true });
    expect((await rolesNow())[cashier.id]).toBe("admin");
  });
});

describe("removing", () => {
  it("ends access on the very next look, and is written down", async () => {
    const cashier = await newMember(merchant, "cashier");
    expect((await findMembership(cashier.id, merchant.slug))?.role).toBe("cashier");
    expect(await removeMember({ ...by(owner), userId: cashier.id })).toEqual({ ok: true, value: undefined });
    expect(await findMembership(cashier.id, merchant.slug)).toBeNull();
    expect(await removeMember({ ...by(owner), userId: cashier.id })).toEqual({
      ok: false,
      code: "not_a_member",
    });
    expect(await actions()).toEqual(["member.invited", "member.joined", "member.removed"]);
  });

  it("is not for an admin to do to an owner, nor for who manages nobody", async () => {
    const [boss, cashier, reader] = [
      await newMember(merchant, "admin"),
      await newMember(merchant, "cashier"),
      await newMember(merchant, "viewer"),
    ];
    const refused = { ok: false, code: "not_for_your_role" };
    expect(await removeMember({ ...by(boss), userId: owner.id })).toEqual(refused);
    expect(await removeMember({ ...by(cashier), userId: reader.id })).toEqual(refused);
    expect(await removeMember({ ...by(reader), userId: reader.id })).toEqual(refused);
    expect(await changeRole({ ...by(boss), userId: cashier.id, role: "owner" })).toEqual(refused);
    expect(await changeRole({ ...by(boss), userId: owner.id, role: "viewer" })).toEqual(refused);
    expect(await changeRole({ ...by(cashier), userId: cashier.id, role: "admin" })).toEqual(refused);
    expect(Object.values(await rolesNow())).toEqual(["owner", "admin", "cashier", "viewer"]);
  });

  it("reaches no one in another merchant", async () => {
    const other = await newMerchant();
    const theirs = await newMember(other, "cashier");
    expect(await removeMember({ ...by(owner), userId: theirs.id })).toEqual({
      ok: false,
      code: "not_a_member",
    });
    expect((await findMembership(theirs.id, other.slug))?.role).toBe("cashier");
    // An owner of another merchant has no rights here.
    const external = { ...by(owner), actor: other.actor, userId: owner.id };
    expect(await removeMember(external)).toEqual({ ok: false, code: "not_for_your_role" });
  });
});

describe("the last owner", () => {
  it("cannot leave, be removed or be demoted", async () => {
    await newMember(merchant, "admin");
    const refused = { ok: false, code: "last_owner" };
    expect(await leaveTeam(by(owner))).toEqual(refused);
    expect(await removeMember({ ...by(owner), userId: owner.id })).toEqual(refused);
    for (const role of ["admin", "cashier", "viewer"] as const) {
      expect(await changeRole({ ...by(owner), userId: owner.id, role })).toEqual(refused);
    }
    expect((await rolesNow())[owner.id]).toBe("owner");
  });

  it("can leave once there is another", async () => {
    const second = await newMember(merchant, "owner");
    expect(await leaveTeam(by(owner))).toEqual({ ok: true, value: undefined });
    expect(await rolesNow()).toEqual({ [second.id]: "owner" });
    expect(await leaveTeam(by(second))).toEqual({ ok: false, code: "last_owner" });
  });

  const endings: Record<string, (self: TestPerson, other: TestPerson) => Promise<unknown>> = {
    "remove each other": (self, other) => removeMember({ ...by(self), userId: other.id }),
    "demote each other": (self, other) => changeRole({ ...by(self), userId: other.id, role: "viewer" }),
    "both leave": (self) => leaveTeam(by(self)),
    "transfer to each other": (self, other) => transferOwnership({ ...by(self), userId: other.id }),
  };
  it.each(Object.entries(endings))("stays, when two owners at once %s", async (_, end) => {
    for (let round = 0; round < 10; round++) {
      const second = await newMember(merchant, "owner");
      await Promise.all([end(owner, second), end(second, owner)]);
      const owners = Object.entries(await rolesNow()).filter(([, role]) => role === "owner");
      expect(owners.length).toBeGreaterThanOrEqual(1);
      const [id = ""] = owners[0] ?? [];
      owner = { id, email: `${id}@example.com` };
      merchant = { ...merchant, actor: { userId: id, ip: null } };
      for (const [userId] of Object.entries(await rolesNow())) {
        if (userId !== id) await removeMember({ ...by(owner), userId });
      }
    }
  });
});

test("an admin who was removed a moment ago does nothing more with the page still open", async () => {
  const boss = await newMember(merchant, "admin");
  const cashier = await newMember(merchant, "cashier");
  await Promise.all([
    removeMember({ ...by(owner), userId: boss.id }),
    // In either order: after the admin's removal, nothing that the admin does has an effect.
    changeRole({ ...by(boss), userId: cashier.id, role: "viewer" }),
  ]);
  const refused = { ok: false, code: "not_for_your_role" };
  expect(await changeRole({ ...by(boss), userId: cashier.id, role: "admin" })).toEqual(refused);
  expect(await removeMember({ ...by(boss), userId: cashier.id })).toEqual(refused);
});

test("a transfer of ownership makes the other the owner and oneself an admin", async () => {
  const cashier = await newMember(merchant, "cashier");
  expect(await transferOwnership({ ...by(cashier), userId: cashier.id })).toEqual({
    ok: false,
    code: "not_for_your_role",
  });
  expect(await transferOwnership({ ...by(owner), userId: owner.id })).toEqual({
    ok: false,
    code: "not_a_member",
  });
  expect(await transferOwnership({ ...by(owner), userId: cashier.id })).toEqual({
    ok: true,
    value: undefined,
  });
  expect(await rolesNow()).toEqual({ [cashier.id]: "owner", [owner.id]: "admin" });
  expect(await actions()).toContain("ownership.transferred");
});
