import { may, type Permission } from "@/lib/domain/members/permissions";
import type { Role } from "@/lib/domain/members/schema";

/** What a page, a route handler or an action asks of whoever comes. */
export type Access =
  | "public"
  /** Anyone who is signed in. */
  | "person"
  /** Only whoever owns the merchant that is turned off; it is nowhere to be found for others. */
  | "owner of what is turned off"
  | Permission;

/** Everyone who tries every door of one merchant; the last comes to the one that is turned off, their own. */
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

/** What the permission table promises. */
export function expectedOutcome(needs: Access, who: Who): Outcome {
  if (needs === "public") return "allowed";
  if (who === "nobody signed in" || who === "a disabled owner") return "sent to sign in";
  if (needs === "person") return "allowed";
  if (needs === "owner of what is turned off")
    return who === "an owner of a merchant turned off" ? "allowed" : "not found";
  const role = roles[who];
  if (!role) return "not found";
  return may(role, needs) ? "allowed" : "forbidden";
}

/** What an answer says. Anything that is none of the four is told as it is, and fails the test. */
export function outcomeByCode(status: number, location: string | null, leadsOn: boolean): string {
  if (location?.includes("/login?next=")) return "sent to sign in";
  // An address that is no page sends nobody anywhere.
  if (status === 401) return "sent to sign in";
  if (status === 403) return "forbidden";
  if (status === 404) return "not found";
  const isMove = location !== null && (status === 307 || status === 303 || status === 200);
  return isMove
    ? leadsOn
      ? "allowed"
      : `sent to ${location}`
    : status === 200 || status === 204
      ? "allowed"
      : String(status);
}
