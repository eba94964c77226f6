import type { Role } from "@/lib/members/schema";

/** Who may do what in a merchant: the one table that pages, actions and tests read. */
export const permissions = {
  "links:read": ["owner", "admin", "cashier", "viewer"],
  "links:create": ["owner", "admin", "cashier"],
  /** Settle doubts in the inbox: adopt, create again, describe, put aside. */
  "links:resolve": ["owner", "admin", "cashier"],
  "links:export": ["owner", "admin", "viewer"],
  "api-keys:manage": ["owner", "admin"],
} as const satisfies Record<string, readonly Role[]>;

export type Permission = keyof typeof permissions;

export function may(role: Role, permission: Permission): boolean {
  const allowed: readonly Role[] = permissions[permission];
  return allowed.includes(role);
}
