import { z } from "zod";
import type { CustomerLanguage } from "@/lib/core/customer-language";
import type { Mode } from "@/lib/core/mode";

/** What a person is in one merchant, most powerful first. */
export const roles = ["owner", "admin", "cashier", "viewer"] as const;
export type Role = (typeof roles)[number];

/** Whose membership a role may change or end, and which roles it may give: never one above its own. */
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

/** One merchant as a member of it sees it on every page. */
export type MemberMerchant = {
  /** A plain id: the gate makes a MerchantId of it once the permission is checked. */
  id: string;
  slug: string;
  name: string;
  mode: Mode;
  color: string;
  defaultCurrency: string;
  timeZone: string;
  references: boolean;
  cashiersOwnLinks: boolean;
  /** At least one; the first is what most customers speak. */
  customerLanguages: CustomerLanguage[];
  /** Names the logo's file, which changes with it; null without a logo. */
  logoVersion: string | null;
};

export type Membership = { role: Role; merchant: MemberMerchant };

/** A merchant that its owners have turned off; `deletedAt` where it goes for good 30 days later. */
export type ClosedMerchant = MemberMerchant & { deletedAt: Date | null };

/** How long a deleted merchant can be had back. */
const graceMs = 30 * 24 * 3_600_000;

/** When a merchant deleted then can no longer be had back. */
export function endOfGrace(deletedAt: Date): Date {
  return new Date(deletedAt.getTime() + graceMs);
}

/** What was deleted until then can no longer be had back now; what was deleted later can. */
export function graceCutOff(): Date {
  return new Date(Date.now() - graceMs);
}

/** A person in the team, as the team's page shows them. */
export type TeamMember = { userId: string; name: string; email: string; role: Role; since: Date };

/** Why a change to the team was refused. */
export type TeamFailure = {
  code:
    | "last_owner"
    /** They left, or never were there. */
    | "not_a_member"
    /** The actor's own role has changed since they opened the page, or never sufficed. */
    | "not_for_your_role";
};

export type EmailIssue = "email_missing" | "email_malformed";

/** An e-mail address as accounts and invitations hold it: trimmed and in lower case. */
export const emailSchema = z
  .string()
  .trim()
  .toLowerCase()
  .min(1, { error: "email_missing" satisfies EmailIssue })
  .max(254, { error: "email_malformed" satisfies EmailIssue })
  .pipe(z.email({ error: "email_malformed" satisfies EmailIssue }));
