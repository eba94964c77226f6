import type { LinkView } from "@/lib/core/link-view";
import { findCancellation } from "@/lib/domain/payment-links/cancel/cancel-store";
import type { Cancellation } from "@/lib/domain/payment-links/cancel/schema";
import { readTimeline, type TimelineEntry } from "@/lib/domain/payment-links/history/get-timeline";
import { findNotes, listUsedTags } from "@/lib/domain/payment-links/notes/notes-store";
import type { LinkNotes } from "@/lib/domain/payment-links/notes/schema";
import { listPaidMarks } from "@/lib/domain/payment-links/paid/paid-store";
import type { PaidMark } from "@/lib/domain/payment-links/paid/schema";
import { findPointedId } from "@/lib/domain/payment-links/point/point-store";
import type { PaymentLink } from "@/lib/domain/payment-links/schema";
import { withMerchant } from "@/lib/platform/db";

/** What a link's page shows beside the link itself, in one transaction. */
export function readLinkPage(
  view: LinkView,
  link: PaymentLink,
  { offersTags }: { offersTags: boolean },
): Promise<{
  timeline: TimelineEntry[];
  notes: LinkNotes | null;
  usedTags: string[];
  paid: PaidMark | null;
  cancelled: Cancellation | null;
  /** The link that its code leads to instead. */
  pointedId: string | null;
}> {
  return withMerchant(view.merchantId, async (tx) => ({
    timeline: await readTimeline(tx, link),
    notes: await findNotes(tx, view, link.id),
    usedTags: offersTags ? await listUsedTags(tx, view) : [],
    pointedId: link.pointsToCode === null ? null : await findPointedId(tx, link.pointsToCode),
    cancelled: link.cancelledAt ? await findCancellation(tx, link.id) : null,
    paid: link.markedPaidAt ? ((await listPaidMarks(tx, view, [link.id])).get(link.id) ?? null) : null,
  }));
}
