import type { MerchantId } from "@/lib/core/merchant-id";
import { recordEvent } from "@/lib/domain/audit/record-event";
import type { Actor } from "@/lib/domain/audit/schema";
import { readTogether, withMerchant } from "@/lib/platform/db";
import { type Counted, countingAttempts } from "@/lib/platform/rate-limits";
import { readRow, type Statement } from "@/lib/platform/statement";

const hour = 60 * 60;

/** Counts a link before it is begun, however it is created. A statement with the rights of the owner. */
export function countingLink(merchantId: MerchantId): Statement<Counted> {
  return countingAttempts([`links-in-hour:${merchantId}`], hour);
}

/** The same alone. */
export async function countLink(merchantId: MerchantId): Promise<Counted | null> {
  const counting = countingLink(merchantId);
  const [rows] = await readTogether(counting.sql);
  return readRow(counting, rows);
}

/**
 * Null when the counted link was one that was left in this hour; otherwise for how many milliseconds there is none. The
 * merchant's log says so once in an hour.
 */
export async function judgeHour(
  merchantId: MerchantId,
  actor: Actor,
  counted: Counted | null,
  linksPerHour: number,
): Promise<number | null> {
  if (counted === null || counted.hits <= linksPerHour) return null;
  if (counted.hits === linksPerHour + 1) {
    const details = { linksPerHour };
    await withMerchant(merchantId, (tx) =>
      recordEvent(tx, { actor, action: "merchant.limit_reached", details }),
    );
  }
  return counted.leftMs;
}
