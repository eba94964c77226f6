import type { MerchantId } from "@/lib/core/merchant-id";
import { recordEvent } from "@/lib/domain/audit/record-event";
import type { Actor } from "@/lib/domain/audit/schema";
import { countingLink } from "@/lib/domain/payment-links/create/begin-store";
import { readTogether, withMerchant } from "@/lib/platform/db";
import type { Counted, CountedLimits } from "@/lib/platform/rate-limits";
import { readRows, type Statement } from "@/lib/platform/statement";

/** For a job, which keeps a pace of its own. */
const noLimits: CountedLimits = { mostByKey: new Map(), windowSeconds: 60 };

function toHourKey(merchantId: MerchantId): string {
  return `links-in-hour:${merchantId}`;
}

/** Counts a link before it is begun, however it is created. A statement with the rights of the owner. */
export function countingBegun(merchantId: MerchantId, limits: CountedLimits | undefined): Statement<Counted> {
  return countingLink(toHourKey(merchantId), limits ?? noLimits);
}

/** The same alone. */
export async function countLink(
  merchantId: MerchantId,
  limits: CountedLimits | undefined,
): Promise<Counted[]> {
  const counting = countingBegun(merchantId, limits);
  const [rows] = await readTogether(counting.sql);
  return readRows(counting, rows);
}

/** Whether the counted link was within the limits of people. */
export function isWithinMost(counted: readonly Counted[], { mostByKey } = noLimits): boolean {
  return counted.every(({ key, hits }) => hits <= (mostByKey.get(key) ?? Number.POSITIVE_INFINITY));
}

/**
 * Null when the counted link was one that was left in this hour; otherwise for how many milliseconds there is none. The
 * merchant's log says so once in an hour.
 */
export async function judgeHour(
  merchantId: MerchantId,
  actor: Actor,
  counted: readonly Counted[],
  linksPerHour: number,
): Promise<number | null> {
  const inHour = counted.find(({ key }) => key === toHourKey(merchantId));
  if (!inHour || inHour.hits <= linksPerHour) return null;
  if (inHour.hits === linksPerHour + 1) {
    const details = { linksPerHour };
    await withMerchant(merchantId, (tx) =>
      recordEvent(tx, { actor, action: "merchant.limit_reached", details }),
    );
  }
  return inHour.leftMs;
}
