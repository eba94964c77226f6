import { findStandingEvent } from "@/lib/domain/audit/find-event";
import type { MerchantTx } from "@/lib/platform/db";

/** When this person opened the candidate for this link. After a match was undone, it has to be opened again. */
export function findOpening(
  tx: MerchantTx,
  { linkId, candidateId, userId }: { linkId: string; candidateId: string; userId: string },
): Promise<Date | null> {
  return findStandingEvent(tx, {
    action: "link.candidate_opened",
    targetId: linkId,
    actorId: userId,
    detail: { name: "candidateId", value: candidateId },
    endedBy: "link.match_undone",
  });
}
