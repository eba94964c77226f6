import type { MerchantId } from "@/lib/core/merchant-id";
import type { TeamMember } from "@/lib/domain/members/schema";
import { listTeam } from "@/lib/domain/members/team-store";
import { withMerchant } from "@/lib/platform/db";

export function listMembers(merchantId: MerchantId): Promise<TeamMember[]> {
  return withMerchant(merchantId, listTeam);
}
