import type { MerchantId } from "@/lib/core/merchant-id";
import { type Name, namesOfTeam } from "@/lib/domain/members/list-names";
import type { TeamMember } from "@/lib/domain/members/schema";
import { listTeam } from "@/lib/domain/members/team-store";
import { askAs, withMerchant } from "@/lib/platform/db";

export function listMembers(merchantId: MerchantId): Promise<TeamMember[]> {
  return withMerchant(merchantId, listTeam);
}

/** Everybody who may have created one of the merchant's links, including people who left. */
export function listCreators(merchantId: MerchantId): Promise<Name[]> {
  return askAs(merchantId, namesOfTeam(merchantId));
}
