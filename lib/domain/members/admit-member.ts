import { recordEvent } from "@/lib/domain/audit/record-event";
import type { Actor } from "@/lib/domain/audit/schema";
import { beginOwnerAlert } from "@/lib/domain/members/begin-owner-alert";
import type { Role } from "@/lib/domain/members/schema";
import { admit } from "@/lib/domain/members/team-store";
import type { MerchantTx } from "@/lib/platform/db";

/** Makes a person a member, also one who was a member before. */
export async function admitMember(tx: MerchantTx, actor: Actor, role: Role): Promise<void> {
  const { userId } = actor;
  const alert = await beginOwnerAlert(tx);
  await admit(tx, { userId, role });
  if (role === "owner") await alert({ change: "owner_added", byId: userId });
  await recordEvent(tx, { actor, action: "member.joined", targetId: userId, details: { role } });
}

/** The first owner of a new merchant. There is no event for it: creating the merchant has one. */
export function admitFounder(tx: MerchantTx, userId: string): Promise<void> {
  return admit(tx, { userId, role: "owner" });
}
