import type { MerchantId } from "@/lib/core/merchant-id";
import { recordEvent } from "@/lib/domain/audit/record-event";
import type { Actor } from "@/lib/domain/audit/schema";
import type { Role } from "@/lib/domain/members/schema";
import { admit } from "@/lib/domain/members/team-store";
import type { Tx } from "@/lib/platform/db";

/** Makes a member of somebody who never was one, or was one before. */
export async function admitMember(tx: Tx, merchantId: MerchantId, actor: Actor, role: Role): Promise<void> {
  const { userId } = actor;
  await admit(tx, merchantId, { userId, role });
  await recordEvent(tx, merchantId, { actor, action: "member.joined", targetId: userId, details: { role } });
}

/** The first owner of a merchant that is being made, whose own event says so. */
export function admitFounder(tx: Tx, merchantId: MerchantId, userId: string): Promise<void> {
  return admit(tx, merchantId, { userId, role: "owner" });
}
