import type { Actor } from "@/lib/audit/schema";
import { recordEvent } from "@/lib/audit/service";
import { withMerchant } from "@/lib/db";
import type { LinkView } from "@/lib/link-view";
import { isShareable, type ShareChannel } from "@/lib/payment-links/schema";
import { findLinkInView } from "@/lib/payment-links/store";

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
    await recordEvent(tx, merchantId, { actor, action: "link.shared", targetId: id, details: { channel } });
    return true;
  });
}
