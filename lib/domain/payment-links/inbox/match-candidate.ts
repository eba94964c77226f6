import type { LinkView } from "@/lib/core/link-view";
import { fail, ok, type Result } from "@/lib/core/result";
import type { Actor } from "@/lib/domain/audit/schema";
import { lockState } from "@/lib/domain/payment-links/create/outcome-store";
import { recordLinkEvent } from "@/lib/domain/payment-links/create/record-link-event";
import { mayBe } from "@/lib/domain/payment-links/inbox/get-inbox";
import { findLink, findLinkInView } from "@/lib/domain/payment-links/store";
import { withMerchant } from "@/lib/platform/db";

export type MatchFailure = { code: "not_unknown" | "candidate_gone" };

/**
 * Makes an unknown link ready with the address of a link found upstream. Only a person does this, who opened that link
 * and recognised the amount and description.
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
    const outcome = { state: "ready", upstreamId, url, active: candidate.active ?? true } as const;
    await recordLinkEvent(tx, { kind: "matched", link, actor, outcome });
    return ok(undefined);
  });
}
