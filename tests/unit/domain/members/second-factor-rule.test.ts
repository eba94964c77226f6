import { expect, it } from "vitest";
import { type Permission, permissions } from "@/lib/domain/members/permissions";
import { type Role, roles } from "@/lib/domain/members/schema";
import { type RuledMembership, waitsForSecondFactor } from "@/lib/domain/members/second-factor-rule";

const hours = 3_600_000;
const ago = (ms: number) => new Date(Date.now() - ms);
const all = Object.keys(permissions) as Permission[];
const acts: Permission[] = [
  "templates:manage",
  "api-keys:manage",
  "team:manage",
  "settings:manage",
  "tills:manage",
  "audit:read",
  "customers:remove",
  "security:manage",
  "ownership:transfer",
  "merchant:close",
];

const member = (role: Role, secondFactorSince: Date | null): RuledMembership => ({
  role,
  merchant: { secondFactorSince },
});
const password = (createdAt: Date) => ({ createdAt, secondFactorAt: null });

it.each(roles)("after a sign-in with a password alone, what waits for the second factor of: %s", (role) => {
  const waiting = all.filter((permission) =>
    waitsForSecondFactor(member(role, ago(2 * hours)), permission, password(ago(hours))),
  );
  expect(waiting.toSorted()).toEqual(role === "owner" || role === "admin" ? acts.toSorted() : []);
});

it("never waits where the rule is off, or once a second factor was shown", () => {
  const strong = { createdAt: ago(hours), secondFactorAt: ago(hours) };
  for (const permission of all) {
    expect(waitsForSecondFactor(member("owner", null), permission, password(ago(hours)))).toBe(false);
    expect(waitsForSecondFactor(member("owner", ago(100 * hours)), permission, strong)).toBe(false);
  }
});

it("lets a session from before the rule go on for a day", () => {
  const began = password(ago(1_000 * hours));
  expect(waitsForSecondFactor(member("owner", ago(23 * hours)), "team:manage", began)).toBe(false);
  expect(waitsForSecondFactor(member("owner", ago(25 * hours)), "team:manage", began)).toBe(true);
});
