import { describe, expect, it } from "vitest";
import { may, type Permission, permissions, seesOwnLinksOnly } from "@/lib/domain/members/permissions";
import { managesRole, type Role, roles } from "@/lib/domain/members/schema";

/** The same table written by hand the other way round: what each role may do. A change must be made in both. */
const everyone: Permission[] = ["links:read", "links:print", "team:leave"];
const managing: Permission[] = [
  "api-keys:manage",
  "team:manage",
  "settings:manage",
  "audit:read",
  "templates:manage",
  "tills:manage",
];
const submitting: Permission[] = [
  ...(["links:create", "links:share", "links:resolve", "links:note", "links:mark-paid"] as const),
  ...(["links:cancel", "pin:choose"] as const),
];
const looking: Permission[] = ["links:read-all", "links:export"];
const expected: Record<Role, Permission[]> = {
  owner: [
    ...everyone,
    ...looking,
    ...submitting,
    ...managing,
    "security:manage",
    "ownership:transfer",
    "merchant:close",
    "customers:remove",
  ],
  admin: [...everyone, ...looking, ...submitting, ...managing],
  cashier: [...everyone, ...submitting],
  viewer: [...everyone, ...looking],
};

const all = Object.keys(permissions) as Permission[];

describe.each(roles)("%s", (role) => {
  it.each(all)("%s", (permission) => {
    expect(may(role, permission)).toBe(expected[role].includes(permission));
  });

  it("may do nothing that the table does not know", () => {
    expect(expected[role].filter((permission) => !all.includes(permission))).toEqual([]);
  });
});

describe("whose links a member sees", () => {
  it.each(roles.flatMap((role) => [true, false].map((cashiersOwnLinks) => ({ role, cashiersOwnLinks }))))(
    "$role, cashiers see only their own: $cashiersOwnLinks",
    ({ role, cashiersOwnLinks }) => {
      expect(seesOwnLinksOnly(role, { cashiersOwnLinks })).toBe(role === "cashier" && cashiersOwnLinks);
    },
  );
});

describe("who manages whom", () => {
  const managed: Record<Role, Role[]> = {
    owner: ["owner", "admin", "cashier", "viewer"],
    admin: ["admin", "cashier", "viewer"],
    cashier: [],
    viewer: [],
  };
  it.each(roles.flatMap((actor) => roles.map((role) => ({ actor, role }))))(
    "$actor manages $role",
    ({ actor, role }) => {
      expect(managesRole(actor, role)).toBe(managed[actor].includes(role));
    },
  );

  it("is nobody but who may manage the team", () => {
    for (const role of roles) expect(managed[role].length > 0).toBe(may(role, "team:manage"));
  });
});
