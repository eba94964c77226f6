import type { Role } from "@/lib/domain/members/schema";
import { findRole, lockTeam } from "@/lib/domain/members/team-store";
import type { MerchantTx } from "@/lib/platform/db";

// For the nouns above, in a transaction of their own.
export { findRole, isMemberByEmail } from "@/lib/domain/members/team-store";

/** What a person is in the team, which stays as it is until the transaction ends; null for who is not in it. */
export async function findRoleLocked(tx: MerchantTx, userId: string): Promise<Role | null> {
  await lockTeam(tx);
  return findRole(tx, userId);
}
