import type { MerchantId } from "@/lib/core/merchant-id";
import { recordEvent } from "@/lib/domain/audit/record-event";
import type { Actor } from "@/lib/domain/audit/schema";
import type { MerchantLimits } from "@/lib/domain/merchants/find-limits";
import { withMerchant } from "@/lib/platform/db";
import { countAttempts } from "@/lib/platform/rate-limits";

const hour = 60 * 60;

/**
 * Counts a link before it is begun, however it is created. Null when there was one left in this hour; otherwise for how
 * many milliseconds there is none. The merchant's log says so once in an hour.
 */
export async function countLink(
  merchantId: MerchantId,
  actor: Actor,
  { linksPerHour }: MerchantLimits,
): Promise<number | null> {
  const key = `links-in-hour:${merchantId}`;
  const { hits = 0, leftMs = 0 } = (await countAttempts([key], hour)).get(key) ?? {};
  if (hits <= linksPerHour) return null;
  if (hits === linksPerHour + 1) {
    const details = { linksPerHour };
    await withMerchant(merchantId, (tx) =>
      recordEvent(tx, { actor, action: "merchant.limit_reached", details }),
    );
  }
  return leftMs;
}
