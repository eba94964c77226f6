import type { LinkView } from "@/lib/core/link-view";
import { recordEvent } from "@/lib/domain/audit/record-event";
import type { Actor } from "@/lib/domain/audit/schema";
import { isShareable, type ShareChannel } from "@/lib/domain/payment-links/schema";
import { findLinkInView } from "@/lib/domain/payment-links/store";
import { withMerchant } from "@/lib/platform/db";

/**
 * Writes down that somebody shared a link, and how; to whom is nobody's business and is never known here. Whether
 * there was anything to write down: not for a link that cannot be shared, or that this person does not see.
 */
export async function recordShare({
  view,
  actor,
  id,
  channel,
}: {
  view: LinkView;
  actor: Actor;
  id: string;
  channel: ShareChannel;
}): Promise<boolean> {
  const { merchantId } = view;
  return withMerchant(merchantId, async (tx) => {
    const link = await findLinkInView(tx, view, id);
    if (!link || !isShareable(link)) return false;
    await recordEvent(tx, { actor, action: "link.shared", targetId: id, details: { channel } });
    return true;
  });
}
