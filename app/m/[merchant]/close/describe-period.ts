import type { CloseFilters, ClosePeriod } from "@/lib/domain/payment-links/close/schema";
import { getFormatter } from "@/lib/i18n/translations";

/** A day, or the times between which a shift was, with the day of its end where that is the next one. */
export async function describePeriod(
  { start, end }: ClosePeriod,
  { from, to }: CloseFilters,
  timeZone: string,
): Promise<string> {
  const format = await getFormatter();
  if (!from && !to) return format.dateTime(start, { dateStyle: "full", timeZone });
  return format.dateTimeRange(start, end, { dateStyle: "medium", timeStyle: "short", timeZone });
}
