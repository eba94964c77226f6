import type { LinkView } from "@/lib/core/link-view";
import { recordEvent } from "@/lib/domain/audit/record-event";
import type { Actor } from "@/lib/domain/audit/schema";
import { isShareable, type ShareChannel } from "@/lib/domain/payment-links/schema";
import { findLinkInView, lockLink } from "@/lib/domain/payment-links/store";
import { withMerchant } from "@/lib/platform/db";

/**
 * Records that a person shared a link, and by what means; with whom is not known here. False when nothing was recorded:
 * the link cannot be shared, or the person may not see it.
 */
export async function recordShare({
  view,
  actor,
  id,
  channel,
  isShort,
}: {
  view: LinkView;
  actor: Actor;
  id: string;
  channel: ShareChannel;
  /** Whether the customer got the short address, where the channel does not tell. */
  isShort: boolean;
}): Promise<boolean> {
  const { merchantId } = view;
  const isOwn = channel === "copied_short" || (channel !== "copied_upstream" && isShort);
  const address = isOwn ? "short" : "upstream";
  return withMerchant(merchantId, async (tx) => {
    // A colleague may be cancelling it: one of the two comes first.
    await lockLink(tx, id);
    const link = await findLinkInView(tx, view, id);
    if (!link || !isShareable(link)) return false;
    await recordEvent(tx, { actor, action: "link.shared", targetId: id, details: { channel, address } });
    return true;
  });
}
