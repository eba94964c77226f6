import type { MerchantId } from "@/lib/core/merchant-id";
import { fail, ok, type Result } from "@/lib/core/result";
import { recordEvent } from "@/lib/domain/audit/record-event";
import type { Actor, AuditAction } from "@/lib/domain/audit/schema";
import { beginOwnerAlert } from "@/lib/domain/members/begin-owner-alert";
import { findRole } from "@/lib/domain/members/find-role";
import { managesRole, type Role, type TeamFailure } from "@/lib/domain/members/schema";
import { countOwners, endMembership, lockTeam, updateRole } from "@/lib/domain/members/team-store";
import { type MerchantTx, withMerchant } from "@/lib/platform/db";

type Request = { merchantId: MerchantId; actor: Actor };

type Outcome = Result<void, TeamFailure>;
type RoleOutcome = Result<void, TeamFailure | { code: "changed_meanwhile"; now: Role }>;

/** Changes a role. It applies from the person's next request on, because memberships are read on every request. */
export function changeRole(
  request: Request & {
    userId: string;
    role: Role;
    /** The role that the form showed. */
    drawn?: Role | undefined;
  },
): Promise<RoleOutcome> {
  const { merchantId, actor, userId, role, drawn } = request;
  return inTeam<RoleOutcome>(merchantId, async (tx) => {
    const before = await findRole(tx, userId);
    const allowed = await mayChange(tx, request, before, role);
    if (!allowed.ok || before === null || before === role) return allowed;
    if (drawn && drawn !== before) return fail({ code: "changed_meanwhile", now: before });
    const alert = await beginOwnerAlert(tx);
    await updateRole(tx, userId, role);
    if (role === "owner") await alert({ change: "owner_added", byId: actor.userId, aboutId: userId });
    if (before === "owner") await alert({ change: "owner_removed", byId: actor.userId, aboutId: userId });
    const details = { from: before, to: role };
    await recordEvent(tx, { actor, action: "member.role_changed", targetId: userId, details });
    return ok(undefined);
  });
}

/** @param request.drawn the role that the person's page showed. */
export function removeMember(
  request: Request & { userId: string; drawn?: string },
): Promise<Result<void, TeamFailure | { code: "changed_since" }>> {
  const { merchantId, actor, userId, drawn } = request;
  return inTeam<Result<void, TeamFailure | { code: "changed_since" }>>(merchantId, async (tx) => {
    const before = await findRole(tx, userId);
    const allowed = await mayChange(tx, request, before, null);
    if (!allowed.ok) return allowed;
    if (drawn !== undefined && drawn !== before) return fail({ code: "changed_since" });
    return end(tx, userId, before, { actor, action: "member.removed" });
  });
}

/** Everybody can leave except the last owner. */
export function leaveTeam({ merchantId, actor }: Request): Promise<Outcome> {
  return inTeam(merchantId, async (tx) => {
    const role = await findRole(tx, actor.userId);
    if (role === null) return fail({ code: "not_a_member" });
    if (await isLastOwner(tx, role)) return fail({ code: "last_owner" });
    return end(tx, actor.userId, role, { actor, action: "member.left" });
  });
}

/** Makes another member an owner and the acting owner an admin, at once. */
export function transferOwnership({
  merchantId,
  actor,
  userId,
}: Request & { userId: string }): Promise<Outcome> {
  return inTeam(merchantId, async (tx) => {
    if ((await findRole(tx, actor.userId)) !== "owner") return fail({ code: "not_for_your_role" });
    const before = await findRole(tx, userId);
    if (before === null || userId === actor.userId) return fail({ code: "not_a_member" });
    const alert = await beginOwnerAlert(tx);
    await updateRole(tx, userId, "owner");
    await updateRole(tx, actor.userId, "admin");
    await alert({ change: "ownership_transferred", byId: actor.userId, aboutId: userId });
    await recordEvent(tx, { actor, action: "ownership.transferred", targetId: userId });
    return ok(undefined);
  });
}

/** One change at a time: when two owners remove each other at once, the second is no longer an owner. */
function inTeam<Answer extends Result<void, { code: string }>>(
  merchantId: MerchantId,
  work: (tx: MerchantTx) => Promise<Answer>,
): Promise<Answer> {
  return withMerchant(merchantId, async (tx) => {
    await lockTeam(tx);
    return work(tx);
  });
}

/**
 * Whether the actor's role now allows it; it may have changed since the page was opened. Call it with the team locked.
 */
async function mayChange(
  tx: MerchantTx,
  { actor }: Request,
  before: Role | null,
  after: Role | null,
): Promise<Outcome> {
  const own = await findRole(tx, actor.userId);
  if (own === null) return fail({ code: "not_for_your_role" });
  if (before === null) return fail({ code: "not_a_member" });
  if (!managesRole(own, before) || (after !== null && !managesRole(own, after))) {
    return fail({ code: "not_for_your_role" });
  }
  const losesOwner = after !== "owner" && (await isLastOwner(tx, before));
  return losesOwner ? fail({ code: "last_owner" }) : ok(undefined);
}

async function isLastOwner(tx: MerchantTx, role: Role): Promise<boolean> {
  return role === "owner" && (await countOwners(tx)) === 1;
}

async function end(
  tx: MerchantTx,
  userId: string,
  role: Role | null,
  entry: { actor: Actor; action: AuditAction },
): Promise<Outcome> {
  const alert = await beginOwnerAlert(tx);
  await endMembership(tx, userId);
  await recordEvent(tx, { ...entry, targetId: userId, details: { role } });
  if (role === "owner") await alert({ change: "owner_removed", byId: entry.actor.userId, aboutId: userId });
  return ok(undefined);
}
