import type { Tx } from "@/lib/db";
import type { Role } from "@/lib/members/schema";
import { findMembership, insertMembership, listMemberships, type Membership } from "@/lib/members/store";
import type { MerchantId } from "@/lib/merchant-id";

export type { MemberMerchant, Membership } from "@/lib/members/store";

/** The merchants a person works for, by name. */
export function membershipsOf(userId: string): Promise<Membership[]> {
  return listMemberships(userId);
}

/** What a person is in the merchant with this slug; null when nothing, or when there is no such merchant. */
export function membershipIn(userId: string, slug: string): Promise<Membership | null> {
  return findMembership(userId, slug);
}

export function addMember(
  tx: Tx,
  merchantId: MerchantId,
  member: { userId: string; role: Role },
): Promise<void> {
  return insertMembership(tx, merchantId, member);
}
