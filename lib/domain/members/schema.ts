import * as z from "zod";
import type { CustomerLanguage } from "@/lib/core/customer-language";
import type { UsualExpiry } from "@/lib/core/link-expiry";
import type { Mode } from "@/lib/core/mode";

/** The roles in a merchant, most powerful first. */
export const roles = ["owner", "admin", "cashier", "viewer"] as const;
export type Role = (typeof roles)[number];

/** For each role, the roles that it may give, change and remove: never one above its own. */
export const managedRoles = {
  owner: ["owner", "admin", "cashier", "viewer"],
  admin: ["admin", "cashier", "viewer"],
  cashier: [],
  viewer: [],
} as const satisfies Record<Role, readonly Role[]>;

export function managesRole(actor: Role, role: Role): boolean {
  const managed: readonly Role[] = managedRoles[actor];
  return managed.includes(role);
}

/** A merchant as its members see it on every page. */
export type MemberMerchant = {
  /** Plain text: the gate makes a MerchantId of it after checking the permission. */
  id: string;
  slug: string;
  name: string;
  mode: Mode;
  color: string;
  defaultCurrency: string;
  timeZone: string;
  references: boolean;
  cashiersOwnLinks: boolean;
  /** Customers get addresses of Cobro's own, which can be cancelled. */
  shortAddresses: boolean;
  /** The short address of a link that is marked as paid says so. */
  tellsMarked: boolean;
  /** When new links expire, unless their form or template says otherwise. */
  linkExpiry: UsualExpiry;
  /** At least one; the first is the language of most customers. */
  customerLanguages: CustomerLanguage[];
  /** Part of the address of the logo's file, and changes with the picture; null without a logo. */
  logoVersion: string | null;
  /** Since when owners and admins must have a second factor; null when they need none. */
  secondFactorSince: Date | null;
};

export type Membership = { role: Role; merchant: MemberMerchant };

/** A merchant that an owner has disabled. When it was deleted (`deletedAt`), it is removed 30 days later. */
export type ClosedMerchant = MemberMerchant & { deletedAt: Date | null };

/** How long a deleted merchant can be reopened. */
const graceMs = 30 * 24 * 3_600_000;

/** Until when a merchant that was deleted at this time can be reopened. */
export function endOfGrace(deletedAt: Date): Date {
  return new Date(deletedAt.getTime() + graceMs);
}

/** Merchants that were deleted before this moment can no longer be reopened. */
export function graceCutOff(): Date {
  return new Date(Date.now() - graceMs);
}

/** A person in the team, as the team's page shows them. */
export type TeamMember = { userId: string; name: string; email: string; role: Role; since: Date };

/** Why a change to the team was refused. */
export type TeamFailure = {
  code:
    | "last_owner"
    /** They left, or never were in the team. */
    | "not_a_member"
    /** The actor's role has changed since they opened the page, or was never sufficient. */
    | "not_for_your_role";
};

export type EmailIssue = "email_missing" | "email_malformed";

/** An email address as accounts and invitations store it: trimmed and in lower case. */
export const emailSchema = z
  .string()
  .trim()
  .toLowerCase()
  .min(1, { error: "email_missing" satisfies EmailIssue })
  .max(254, { error: "email_malformed" satisfies EmailIssue })
  .pipe(z.email({ error: "email_malformed" satisfies EmailIssue }));
