import { may, type Permission } from "@/lib/domain/members/permissions";
import type { Role } from "@/lib/domain/members/schema";

/** What a page, a route handler or an action requires of a visitor. */
export type Access =
  | "public"
  /** Anyone who is signed in. */
  | "person"
  /** The owner of the merchant that is disabled; it is not found for anybody else. */
  | "owner of what is turned off"
  /** An operator with a second factor, who is none of these people. */
  | "operator"
  | Permission;

/**
 * Everybody who tries every page, route and action of one merchant. The last one tries those of a disabled merchant of
 * their own.
 */
export const everyone = [
  "owner",
  "admin",
  "cashier",
  "viewer",
  "a former owner",
  "a member of another merchant",
  "nobody signed in",
  "a disabled owner",
  "an owner of a merchant turned off",
] as const;

export type Who = (typeof everyone)[number];

export type Outcome = "allowed" | "forbidden" | "not found" | "sent to sign in";

const roles: Partial<Record<Who, Role>> = {
  owner: "owner",
  admin: "admin",
  cashier: "cashier",
  viewer: "viewer",
};

/** The outcome that the permission table requires. */
export function expectedOutcome(needs: Access, who: Who): Outcome {
  if (needs === "public") return "allowed";
  if (who === "nobody signed in" || who === "a disabled owner") return "sent to sign in";
  if (needs === "person") return "allowed";
  if (needs === "operator") return "not found";
  if (needs === "owner of what is turned off")
    return who === "an owner of a merchant turned off" ? "allowed" : "not found";
  const role = roles[who];
  if (!role) return "not found";
  return may(role, needs) ? "allowed" : "forbidden";
}

/** The outcome of an answer. Anything that is none of the four is returned as it is, and fails the test. */
export function outcomeByCode(status: number, location: string | null, leadsOn: boolean): string {
  if (location?.includes("/login?next=")) return "sent to sign in";
  // Addresses that are no pages do not redirect.
  if (status === 401) return "sent to sign in";
  if (status === 403) return "forbidden";
  if (status === 404) return "not found";
  const isMove = location !== null && [200, 302, 303, 307].includes(status);
  return isMove
    ? leadsOn
      ? "allowed"
      : `sent to ${location}`
    : status === 200 || status === 204
      ? "allowed"
      : String(status);
}
