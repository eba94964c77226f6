import { may, type Permission } from "@/lib/domain/members/permissions";
import type { Role } from "@/lib/domain/members/schema";

/** How long somebody who was signed in when the rule began can go on without a second factor. */
const graceMs = 24 * 3_600_000;

/** What the rule needs to know of a membership. */
export type RuledMembership = { role: Role; merchant: { secondFactorSince: Date | null } };

/** Whether the merchant requires a second factor of this member: of owners and admins, where the rule is on. */
export function mustHaveSecondFactor({ role, merchant }: RuledMembership): boolean {
  return merchant.secondFactorSince !== null && may(role, "settings:manage");
}

/** What a session shows of how it began. */
export type SessionStrength = { createdAt: Date; secondFactorAt: Date | null };

/**
 * Whether an act of owners and admins has to wait until the member has shown a second factor in this session. A session
 * from before the rule goes on for a day. Making and sharing links never waits.
 */
export function waitsForSecondFactor(
  membership: RuledMembership,
  permission: Permission,
  { createdAt, secondFactorAt }: SessionStrength,
): boolean {
  const { secondFactorSince } = membership.merchant;
  if (secondFactorSince === null || secondFactorAt !== null) return false;
  if (!mustHaveSecondFactor(membership) || isForTheTill(permission)) return false;
  return createdAt > secondFactorSince || Date.now() - secondFactorSince.getTime() > graceMs;
}

/** Whether people who are neither owner nor admin have the permission too. */
function isForTheTill(permission: Permission): boolean {
  return may("cashier", permission) || may("viewer", permission);
}
