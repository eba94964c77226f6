import type { LinkScope, LinkView } from "@/lib/core/link-view";
import type { Actor } from "@/lib/domain/audit/schema";
import { withReference } from "@/lib/domain/payment-links/create/reference";
import { findOpening } from "@/lib/domain/payment-links/inbox/find-opening";
import { mayBe } from "@/lib/domain/payment-links/inbox/get-inbox";
import { isDismissed } from "@/lib/domain/payment-links/inbox/inbox-store";
import type { PaymentLink } from "@/lib/domain/payment-links/schema";
import { findLink, findLinkInView } from "@/lib/domain/payment-links/store";
import { type MerchantTx, withMerchant } from "@/lib/platform/db";

/** An unknown link and one of its candidates. */
export type ComparedCandidate = {
  link: PaymentLink;
  candidate: PaymentLink;
  /** Details that somebody added to the candidate and that differ from the link. */
  differs: ("amount" | "description")[];
};

/** `openedAt` is when this person opened the candidate's pay page; null if they have not. */
export function findCandidate(
  { view, actor, linkId }: { view: LinkView; actor: Actor; linkId: string },
  candidateId: string,
): Promise<(ComparedCandidate & { openedAt: Date | null }) | null> {
  return withMerchant(view.merchantId, async (tx) => {
    const found = await readCandidate(tx, view, { linkId, candidateId });
    const openedAt = await findOpening(tx, { linkId, candidateId, userId: actor.userId });
    return found && { ...found, openedAt };
  });
}

/** Null if the link is no longer unknown, or if the other link is not its candidate, was dismissed, or was matched. */
export async function readCandidate(
  tx: MerchantTx,
  view: LinkScope,
  { linkId, candidateId }: { linkId: string; candidateId: string },
): Promise<ComparedCandidate | null> {
  const link = await findLinkInView(tx, view, linkId);
  const candidate = await findLink(tx, candidateId);
  if (link?.state !== "unknown" || candidate?.origin !== "external" || !mayBe(candidate, link)) return null;
  if (await isDismissed(tx, candidateId)) return null;
  return { link, candidate, differs: listDifferences(link, candidate) };
}

function listDifferences(link: PaymentLink, candidate: PaymentLink): ComparedCandidate["differs"] {
  if (candidate.amountMinor === null) return [];
  const isOtherAmount = candidate.amountMinor !== link.amountMinor || candidate.currency !== link.currency;
  const texts = [link.description, withReference(link.description ?? "", link.reference)];
  const isOtherDescription = !texts.includes(candidate.description);
  return [
    ...(isOtherAmount ? (["amount"] as const) : []),
    ...(isOtherDescription ? (["description"] as const) : []),
  ];
}
