import type { LinkView } from "@/lib/core/link-view";
import { fail, ok, type Result } from "@/lib/core/result";
import { recordEvent } from "@/lib/domain/audit/record-event";
import type { Actor } from "@/lib/domain/audit/schema";
import { readCandidate } from "@/lib/domain/payment-links/inbox/find-candidate";
import { findOpening } from "@/lib/domain/payment-links/inbox/find-opening";
import { withMerchant } from "@/lib/platform/db";

/** Records that a person opened a candidate's pay page for an unknown link, and answers its address. */
export function openCandidate({
  view,
  actor,
  linkId,
  candidateId,
}: {
  view: LinkView;
  actor: Actor;
  linkId: string;
  candidateId: string;
}): Promise<Result<{ url: string }, { code: "candidate_gone" }>> {
  return withMerchant(view.merchantId, async (tx) => {
    const found = await readCandidate(tx, view, { linkId, candidateId });
    const { url, upstreamId } = found?.candidate ?? {};
    if (!url || !upstreamId) return fail({ code: "candidate_gone" });
    if (!(await findOpening(tx, { linkId, candidateId, userId: actor.userId }))) {
      const details = { candidateId, upstreamId };
      await recordEvent(tx, { actor, action: "link.candidate_opened", targetId: linkId, details });
    }
    return ok({ url });
  });
}
