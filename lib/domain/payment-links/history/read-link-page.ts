import type { LinkView } from "@/lib/core/link-view";
import { askForEvents } from "@/lib/domain/audit/list-events";
import { namesOfTeam } from "@/lib/domain/members/list-names";
import { findCancellation } from "@/lib/domain/payment-links/cancel/cancel-store";
import type { Cancellation } from "@/lib/domain/payment-links/cancel/schema";
import { type TimelineEntry, toTimeline } from "@/lib/domain/payment-links/history/get-timeline";
import { linkWithNotes } from "@/lib/domain/payment-links/history/link-page-store";
import { usedTags } from "@/lib/domain/payment-links/notes/notes-store";
import type { LinkNotes } from "@/lib/domain/payment-links/notes/schema";
import { listPaidMarks } from "@/lib/domain/payment-links/paid/paid-store";
import type { PaidMark } from "@/lib/domain/payment-links/paid/schema";
import { findPointedId } from "@/lib/domain/payment-links/point/point-store";
import type { PaymentLink } from "@/lib/domain/payment-links/schema";
import { readTogetherAs, withMerchant } from "@/lib/platform/db";
import { readRow, readRows } from "@/lib/platform/statement";

/** What became of a link after it was made; nearly always nothing. */
type Afterwards = {
  paid: PaidMark | null;
  cancelled: Cancellation | null;
  /** The link that its code leads to instead. */
  pointedId: string | null;
};

export type LinkPage = Afterwards & {
  link: PaymentLink;
  timeline: TimelineEntry[];
  notes: LinkNotes;
  /** The tags of the merchant's other links. */
  usedTags: string[];
};

/** What a link's page shows, in one message to Postgres; null when the person may not see the link. */
export async function readLinkPage(view: LinkView, id: string): Promise<LinkPage | null> {
  const { merchantId } = view;
  const [link, events, team, tags] = [
    linkWithNotes(view, id),
    askForEvents(merchantId, id),
    namesOfTeam(merchantId),
    usedTags(view),
  ];
  const [ofLink, ofEvents, ofTeam, ofTags] = await readTogetherAs(
    merchantId,
    ...[link.sql, events.asked, team.sql, tags.sql],
  );
  const found = readRow(link, ofLink);
  if (!found) return null;
  const names = new Map(readRows(team, ofTeam).map(({ userId, name }) => [userId, name]));
  const { createdById: by, firstSeenAt, notes } = found;
  const createdBy = by === null ? null : { id: by, name: names.get(by) ?? "" };
  const whole: PaymentLink = { ...found.link, createdBy };
  return {
    link: whole,
    notes,
    timeline: toTimeline(whole, events.read(ofEvents, names), firstSeenAt),
    usedTags: readRows(tags, ofTags).map(({ tag }) => tag),
    ...(await readAfterwards(view, whole)),
  };
}

async function readAfterwards(
  view: LinkView,
  { id, pointsToCode, cancelledAt, markedPaidAt }: PaymentLink,
): Promise<Afterwards> {
  const nothing: Afterwards = { paid: null, cancelled: null, pointedId: null };
  if (pointsToCode === null && !cancelledAt && !markedPaidAt) return nothing;
  return withMerchant(view.merchantId, async (tx) => ({
    pointedId: pointsToCode === null ? null : await findPointedId(tx, pointsToCode),
    cancelled: cancelledAt ? await findCancellation(tx, id) : null,
    paid: markedPaidAt ? ((await listPaidMarks(tx, view, [id])).get(id) ?? null) : null,
  }));
}
