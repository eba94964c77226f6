import type { LinkView } from "@/lib/core/link-view";
import { fail, ok, type Result } from "@/lib/core/result";
import type { Actor } from "@/lib/domain/audit/schema";
import { lockState } from "@/lib/domain/payment-links/create/outcome-store";
import { recordLinkEvent } from "@/lib/domain/payment-links/create/record-link-event";
import { findLinkInView } from "@/lib/domain/payment-links/store";
import { withMerchant } from "@/lib/platform/db";

/**
 * Undoes a match: both links are what they were before. If it was undone already, nothing changes.
 * @param upstreamId the match that the person's page showed. If another link was matched since, nothing is undone.
 */
export function undoMatch({
  view,
  actor,
  linkId,
  upstreamId,
}: {
  view: LinkView;
  actor: Actor;
  linkId: string;
  upstreamId: string;
}): Promise<Result<void, { code: "changed_since" }>> {
  return withMerchant(view.merchantId, async (tx) => {
    await lockState(tx, linkId);
    const link = await findLinkInView(tx, view, linkId);
    if (link?.state === "unknown") return ok(undefined);
    if (!link?.isMatched || link.upstreamId !== upstreamId) return fail({ code: "changed_since" });
    await recordLinkEvent(tx, { kind: "match_undone", link: { ...link, upstreamId }, actor });
    return ok(undefined);
  });
}
