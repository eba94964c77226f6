import { clockIn } from "@/lib/core/local-time";

const dayMs = 86_400_000;

/**
 * The moment a calendar day (`2026-11-22`) begins in a time zone, or the day `plusDays` after it. On a day
 * that a clock change starts, it is the first moment that exists.
 */
export function startOfDay(day: string, timeZone: string, plusDays = 0): Date {
  const wanted = Date.parse(`${day}T00:00:00Z`) + plusDays * dayMs;
  // The clock may change at this midnight or near it: read by the offset before and by the one after, the day
  // begins at the earlier reading at which it is not the day before any more.
  const { getOffsetMs } = clockIn(timeZone);
  const interpretations = [wanted - dayMs, wanted + dayMs].map((near) => wanted - getOffsetMs(near));
  return new Date(Math.min(...interpretations.filter((at) => at + getOffsetMs(at) >= wanted)));
}
