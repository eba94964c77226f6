import type { MerchantId } from "@/lib/core/merchant-id";
import { lockExpired } from "@/lib/domain/payment-links/create/outcome-store";
import { recordLinkEvent } from "@/lib/domain/payment-links/create/record-link-event";
import { withMerchant } from "@/lib/platform/db";

/**
 * Sets links to `unknown` whose process died before it recorded their outcome, and asks for a sync that looks for them.
 * @returns how many.
 */
export function sweepExpiredLeases(merchantId: MerchantId): Promise<number> {
  return withMerchant(merchantId, async (tx) => {
    const expired = await lockExpired(tx);
    for (const apiKeyId of new Set(expired.map((link) => link.apiKeyId))) {
      const linkIds = expired.filter((link) => link.apiKeyId === apiKeyId).map(({ id }) => id);
      await recordLinkEvent(tx, { kind: "interrupted", apiKeyId, linkIds });
    }
    return expired.length;
  });
}
