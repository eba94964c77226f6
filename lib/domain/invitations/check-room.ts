import { recordEvent } from "@/lib/domain/audit/record-event";
import type { Actor } from "@/lib/domain/audit/schema";
import { countPending } from "@/lib/domain/invitations/store";
import { countMembers } from "@/lib/domain/members/find-role";
import { findLimits } from "@/lib/domain/merchants/find-limits";
import type { MerchantTx } from "@/lib/platform/db";

/**
 * Whether one more person may be in the team, which the caller has locked. When not, the log says so.
 * @param withPending whether invitations that wait take places too.
 */
export async function hasRoom(
  tx: MerchantTx,
  { actor, withPending }: { actor: Actor; withPending: boolean },
): Promise<boolean> {
  const { people } = await findLimits(tx);
  const taken = (await countMembers(tx)) + (withPending ? await countPending(tx) : 0);
  if (taken < people) return true;
  await recordEvent(tx, { actor, action: "merchant.limit_reached", details: { people } });
  return false;
}
