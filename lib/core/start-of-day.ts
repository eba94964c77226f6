import { findMoment } from "@/lib/core/local-moment";

const dayMs = 86_400_000;

/**
 * The moment a calendar day (`2026-11-22`) begins in a time zone, or the day `plusDays` after it. On a day
 * that a clock change starts, it is the first moment that exists.
 */
export function startOfDay(day: string, timeZone: string, plusDays = 0): Date {
  return findMoment(Date.parse(`${day}T00:00:00Z`) + plusDays * dayMs, timeZone);
}
