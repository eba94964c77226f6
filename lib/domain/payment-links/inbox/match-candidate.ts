import type { LinkView } from "@/lib/core/link-view";
import { fail, ok, type Result } from "@/lib/core/result";
import { recordEvent } from "@/lib/domain/audit/record-event";
import type { Actor } from "@/lib/domain/audit/schema";
import { lockState, removeExternal, writeOutcome } from "@/lib/domain/payment-links/create/outcome-store";
import { mayBe } from "@/lib/domain/payment-links/inbox/get-inbox";
import { findLink, findLinkInView } from "@/lib/domain/payment-links/store";
import { withMerchant } from "@/lib/platform/db";

export type MatchFailure = { code: "not_unknown" | "candidate_gone" };

/**
 * Makes an unknown link ready with the address of a link found upstream, because a person opened that one and
 * saw the amount and description of this one. Nothing else ever does.
 */
export function matchCandidate({
  view,
  actor,
  linkId,
  candidateId,
}: {
  view: LinkView;
  actor: Actor;
  linkId: string;
  candidateId: string;
}): Promise<Result<void, MatchFailure>> {
  const { merchantId } = view;
  return withMerchant(merchantId, async (tx) => {
    if ((await lockState(tx, linkId)) !== "unknown") return fail({ code: "not_unknown" });
    await lockState(tx, candidateId);
    const link = await findLinkInView(tx, view, linkId);
    const candidate = await findLink(tx, candidateId);
    const { upstreamId, url } = candidate ?? {};
    if (!link || candidate?.origin !== "external" || !mayBe(candidate, link) || !upstreamId || !url) {
      return fail({ code: "candidate_gone" });
    }
    await removeExternal(tx, candidate.mode, upstreamId);
    const active = candidate.active ?? true;
    await writeOutcome(tx, linkId, { state: "ready", upstreamId, url, active });
    await recordEvent(tx, {
      actor,
      action: "link.adopted",
      targetId: linkId,
      details: { upstreamId },
    });
    return ok(undefined);
  });
}
