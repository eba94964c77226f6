import type { MerchantId } from "@/lib/core/merchant-id";
import { graceDays, type Role } from "@/lib/domain/members/schema";
import {
  type ClosedMerchant,
  findMembership,
  insertMembership,
  listClosed,
  listMemberships,
  type Membership,
} from "@/lib/domain/members/store";
import {
  admit,
  findRole,
  isMemberByEmail,
  listOwners,
  lockTeam,
  type Owner,
} from "@/lib/domain/members/team-store";
import type { Tx } from "@/lib/platform/db";

export type { ClosedMerchant, MemberMerchant, Membership } from "@/lib/domain/members/store";

/** The merchants a person works for, by name. */
export function listPersonMemberships(userId: string): Promise<Membership[]> {
  return listMemberships(userId);
}

/** What a person is in the merchant with this slug; null when nothing, or when there is no such merchant. */
export function membershipIn(userId: string, slug: string): Promise<Membership | null> {
  return findMembership(userId, slug);
}

/** The merchants of an owner that an owner turned off or deleted, and that can be had back. */
export function listClosedMerchants(userId: string): Promise<ClosedMerchant[]> {
  return listClosed(userId, new Date(Date.now() - graceDays * 24 * 3_600_000));
}

/** What a person is in the team now; null for who is not in it. */
export function findMemberRole(tx: Tx, merchantId: MerchantId, userId: string): Promise<Role | null> {
  return findRole(tx, merchantId, userId);
}

/** The same, and the team stays as it is until the transaction ends. */
export async function findRoleLocked(tx: Tx, merchantId: MerchantId, userId: string): Promise<Role | null> {
  await lockTeam(tx, merchantId);
  return findRole(tx, merchantId, userId);
}

/** Whom to write to about the merchant, each in their own language. */
export function listMerchantOwners(tx: Tx, merchantId: MerchantId): Promise<Owner[]> {
  return listOwners(tx, merchantId);
}

export function isMember(tx: Tx, merchantId: MerchantId, email: string): Promise<boolean> {
  return isMemberByEmail(tx, merchantId, email);
}

/** Makes a member of somebody who never was one, or was one before. */
export function admitMember(
  tx: Tx,
  merchantId: MerchantId,
  member: { userId: string; role: Role },
): Promise<void> {
  return admit(tx, merchantId, member);
}

export function addMember(
  tx: Tx,
  merchantId: MerchantId,
  member: { userId: string; role: Role },
): Promise<void> {
  return insertMembership(tx, merchantId, member);
}
