import type { LinkView } from "@/lib/core/link-view";
import { fail, ok, type Result } from "@/lib/core/result";
import type { Actor } from "@/lib/domain/audit/schema";
import { findMatchedId } from "@/lib/domain/payment-links/create/match-store";
import { lockState } from "@/lib/domain/payment-links/create/outcome-store";
import { recordLinkEvent } from "@/lib/domain/payment-links/create/record-link-event";
import { readCandidate } from "@/lib/domain/payment-links/inbox/find-candidate";
import { findOpening } from "@/lib/domain/payment-links/inbox/find-opening";
import { findLinkInView } from "@/lib/domain/payment-links/store";
import { type MerchantTx, withMerchant } from "@/lib/platform/db";

export type MatchFailure = {
  code: "not_unknown" | "candidate_gone" | "candidate_not_opened" | "candidate_differs" | "match_outdated";
};

type Request = {
  view: LinkView;
  actor: Actor;
  linkId: string;
  candidateId: string;
  /** The amount that the form showed to the person. */
  shown: { amountMinor: string; currency: string };
};

/**
 * Makes an unknown link ready with the address of a link found upstream. Only a person does this, who opened that link
 * and saw the amount and description. Pressing the button twice is one match.
 */
export function matchCandidate(request: Request): Promise<Result<void, MatchFailure>> {
  const { view, linkId, candidateId } = request;
  return withMerchant(view.merchantId, async (tx) => {
    const state = await lockState(tx, linkId);
    if (state === "ready" && (await isMatchedWith(tx, request))) return ok(undefined);
    if (state !== "unknown") return fail({ code: "not_unknown" });
    await lockState(tx, candidateId);
    return match(tx, request);
  });
}

async function match(
  tx: MerchantTx,
  { view, actor, linkId, candidateId, shown }: Request,
): Promise<Result<void, MatchFailure>> {
  const { link, candidate, differs } = (await readCandidate(tx, view, { linkId, candidateId })) ?? {};
  const { upstreamId, url } = candidate ?? {};
  if (!link || !candidate || !upstreamId || !url) return fail({ code: "candidate_gone" });
  if (shown.amountMinor !== String(link.amountMinor) || shown.currency !== link.currency) {
    return fail({ code: "match_outdated" });
  }
  if (differs?.includes("amount")) return fail({ code: "candidate_differs" });
  if (!(await findOpening(tx, { linkId, candidateId, userId: actor.userId }))) {
    return fail({ code: "candidate_not_opened" });
  }
  const outcome = { state: "ready", upstreamId, url, active: candidate.active ?? true } as const;
  await recordLinkEvent(tx, { kind: "matched", link, actor, outcome, from: candidate });
  return ok(undefined);
}

async function isMatchedWith(tx: MerchantTx, { view, linkId, candidateId }: Request): Promise<boolean> {
  const link = await findLinkInView(tx, view, linkId);
  return link !== null && (await findMatchedId(tx, linkId)) === candidateId;
}
