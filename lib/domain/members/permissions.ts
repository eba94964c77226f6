import type { Role } from "@/lib/domain/members/schema";

/** Who may do what in a merchant: the one table that pages, actions and tests read. */
export const permissions = {
  "links:read": ["owner", "admin", "cashier", "viewer"],
  /** See links that others made too. A merchant's setting gives this to cashiers as well, and does so at first. */
  "links:read-all": ["owner", "admin", "viewer"],
  /** Codes, posters and sheets of the links that they see: what is printed is for customers anyway. */
  "links:print": ["owner", "admin", "cashier", "viewer"],
  "links:create": ["owner", "admin", "cashier"],
  /** Decide about what the inbox shows: match, create again, annotate, dismiss. */
  "links:resolve": ["owner", "admin", "cashier"],
  /** Send a link to a customer, or hold its code out to them. */
  "links:share": ["owner", "admin", "cashier"],
  "links:export": ["owner", "admin", "viewer"],
  /** Save, change and remove templates. Whoever makes links may use them. */
  "templates:manage": ["owner", "admin"],
  "api-keys:manage": ["owner", "admin"],
  /** Invite, change roles, remove. Nobody does so to a role above their own. */
  "team:manage": ["owner", "admin"],
  "team:leave": ["owner", "admin", "cashier", "viewer"],
  "settings:manage": ["owner", "admin"],
  "audit:read": ["owner", "admin"],
  "ownership:transfer": ["owner"],
  /** Turn the merchant off, or delete it; and back on again. */
  "merchant:close": ["owner"],
} as const satisfies Record<string, readonly Role[]>;

export type Permission = keyof typeof permissions;

export function may(role: Role, permission: Permission): boolean {
  const allowed: readonly Role[] = permissions[permission];
  return allowed.includes(role);
}

/** Whether a member sees only the links that they made themselves. */
export function seesOwnLinksOnly(role: Role, merchant: { cashiersOwnLinks: boolean }): boolean {
  return !may(role, "links:read-all") && merchant.cashiersOwnLinks;
}
