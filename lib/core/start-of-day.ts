import { clockIn } from "@/lib/core/local-time";

const dayMs = 86_400_000;

/**
 * The moment a calendar day (`2026-11-22`) begins in a time zone, or the day `plusDays` after it. On a day
 * that a clock change starts, it is the first moment that exists.
 */
export function startOfDay(day: string, timeZone: string, plusDays = 0): Date {
  const wanted = Date.parse(`${day}T00:00:00Z`) + plusDays * dayMs;
  // The clock may change at or near this midnight, so the day is read with the offset before and with the one after. It
  // begins at the earlier of the two that is not still the day before.
  const { getOffsetMs } = clockIn(timeZone);
  const interpretations = [wanted - dayMs, wanted + dayMs].map((near) => wanted - getOffsetMs(near));
  return new Date(Math.min(...interpretations.filter((at) => at + getOffsetMs(at) >= wanted)));
}
