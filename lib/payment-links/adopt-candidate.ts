import type { Actor } from "@/lib/audit/schema";
import { recordEvent } from "@/lib/audit/service";
import { withMerchant } from "@/lib/db";
import type { LinkView } from "@/lib/link-view";
import { mayBe } from "@/lib/payment-links/inbox";
import { lockState, removeExternal, writeSettlement } from "@/lib/payment-links/settle-store";
import { findLink, findLinkInView } from "@/lib/payment-links/store";
import { fail, ok, type Result } from "@/lib/result";

export type AdoptFailure = { code: "not_unknown" | "candidate_gone" };

/**
 * Makes an unknown link ready with the address of a link found upstream, because a person opened that one and
 * saw the amount and description of this one. Nothing else ever does.
 */
export function adoptCandidate({
  view,
  actor,
  linkId,
  candidateId,
}: {
  view: LinkView;
  actor: Actor;
  linkId: string;
  candidateId: string;
}): Promise<Result<void, AdoptFailure>> {
  const { merchantId } = view;
  return withMerchant(merchantId, async (tx) => {
    if ((await lockState(tx, merchantId, linkId)) !== "unknown") return fail({ code: "not_unknown" });
    await lockState(tx, merchantId, candidateId);
    const link = await findLinkInView(tx, view, linkId);
    const candidate = await findLink(tx, merchantId, candidateId);
    const { upstreamId, url } = candidate ?? {};
    if (!link || candidate?.origin !== "external" || !mayBe(candidate, link) || !upstreamId || !url) {
      return fail({ code: "candidate_gone" });
    }
    await removeExternal(tx, merchantId, candidate.mode, upstreamId);
    const active = candidate.active ?? true;
    await writeSettlement(tx, merchantId, linkId, { state: "ready", upstreamId, url, active });
    await recordEvent(tx, merchantId, {
      actor,
      action: "link.adopted",
      targetId: linkId,
      details: { upstreamId },
    });
    return ok(undefined);
  });
}
