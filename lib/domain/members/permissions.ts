import type { Role } from "@/lib/domain/members/schema";

/** Which roles have which permission in a merchant. Pages, actions and tests all use this table. */
export const permissions = {
  "links:read": ["owner", "admin", "cashier", "viewer"],
  /** See links that others created too. By default a merchant's setting gives this to cashiers as well. */
  "links:read-all": ["owner", "admin", "viewer"],
  /** Codes, posters and sheets of the links that a person sees, because these are for customers anyway. */
  "links:print": ["owner", "admin", "cashier", "viewer"],
  "links:create": ["owner", "admin", "cashier"],
  /** Act on what the inbox shows: match, create again, annotate, dismiss. */
  "links:resolve": ["owner", "admin", "cashier"],
  /** Send a link to a customer, or show them its code. */
  "links:share": ["owner", "admin", "cashier"],
  /** Write a link's note, its tags and who the customer is. */
  "links:note": ["owner", "admin", "cashier"],
  /** Say that a link was paid, and take that back. */
  "links:mark-paid": ["owner", "admin", "cashier"],
  /** Cancel a link, or replace it with another. */
  "links:cancel": ["owner", "admin", "cashier"],
  "links:export": ["owner", "admin", "viewer"],
  /** Save, change and remove templates. Everybody who creates links may use them. */
  "templates:manage": ["owner", "admin"],
  "api-keys:manage": ["owner", "admin"],
  /** Invite, change roles, remove; never a role above one's own. */
  "team:manage": ["owner", "admin"],
  "team:leave": ["owner", "admin", "cashier", "viewer"],
  "settings:manage": ["owner", "admin"],
  /** Enroll and remove shared tills, say when they lock, and reset other people's PINs. */
  "tills:manage": ["owner", "admin"],
  /** Choose one's own PIN for them. Viewers need none, because a till is for creating links. */
  "pin:choose": ["owner", "admin", "cashier"],
  "audit:read": ["owner", "admin"],
  /** Remove what is known of a customer from every link, as they may ask for. */
  "customers:remove": ["owner"],
  /** Say whether owners and admins need a second factor. */
  "security:manage": ["owner"],
  "ownership:transfer": ["owner"],
  /** Disable or delete the merchant, and reopen it. */
  "merchant:close": ["owner"],
} as const satisfies Record<string, readonly Role[]>;

export type Permission = keyof typeof permissions;

/** The role of everybody who has shown only a PIN. */
export const roleByPin = "cashier" satisfies Role;

/** What a PIN is not enough for, although cashiers have the permission. */
const notByPin: readonly Permission[] = ["pin:choose", "team:leave"];

/** Whether somebody who has shown only a PIN has the permission: a cashier's rights at most. */
export function mayByPin(permission: Permission): boolean {
  return may(roleByPin, permission) && !notByPin.includes(permission);
}

export function may(role: Role, permission: Permission): boolean {
  const allowed: readonly Role[] = permissions[permission];
  return allowed.includes(role);
}

/** Whether a member sees only the links that they created. */
export function seesOwnLinksOnly(role: Role, merchant: { cashiersOwnLinks: boolean }): boolean {
  return !may(role, "links:read-all") && merchant.cashiersOwnLinks;
}
