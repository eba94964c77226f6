import { type ClosedMerchant, graceCutOff, type Membership } from "@/lib/domain/members/schema";
import { findBySlug, listClosed, listOpen } from "@/lib/domain/members/store";
import { withUser } from "@/lib/platform/db";

/** What a person is in the merchant with this slug; null when nothing, or when there is no such merchant. */
export function findMembership(userId: string, slug: string): Promise<Membership | null> {
  return withUser(userId, (tx) => findBySlug(tx, slug));
}

/** The merchants a person works for, by name. */
export function listMemberships(userId: string): Promise<Membership[]> {
  return withUser(userId, listOpen);
}

/** The merchants of an owner that an owner turned off or deleted, and that can be had back. */
export function listClosedMerchants(userId: string): Promise<ClosedMerchant[]> {
  return withUser(userId, (tx) => listClosed(tx, graceCutOff()));
}
