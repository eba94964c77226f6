import { type ClosedMerchant, graceCutOff, type Membership } from "@/lib/domain/members/schema";
import { findBySlug, listClosed, listOpen } from "@/lib/domain/members/store";
import { withUser } from "@/lib/platform/db";

/** A person's membership in the merchant with this slug; null when there is none, or no such merchant. */
export function findMembership(userId: string, slug: string): Promise<Membership | null> {
  return withUser(userId, (tx) => findBySlug(tx, slug));
}

/** The merchants a person belongs to, by name. */
export function listMemberships(userId: string): Promise<Membership[]> {
  return withUser(userId, listOpen);
}

/** The owner's merchants that an owner has disabled or deleted, and that can be reopened. */
export function listClosedMerchants(userId: string): Promise<ClosedMerchant[]> {
  return withUser(userId, (tx) => listClosed(tx, graceCutOff()));
}
