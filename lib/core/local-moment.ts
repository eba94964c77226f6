import { clockIn } from "@/lib/core/local-time";

const dayMs = 86_400_000;

/**
 * The moment at which a clock in a time zone shows a day (`2026-11-22`) and time (`22:00`). A time that comes twice,
 * because the clock goes back, is the first of the two; one that the clock leaves out is as much later as it goes
 * forward.
 */
export function toMoment(day: string, time: string, timeZone: string): Date {
  return findMoment(Date.parse(`${day}T${time}:00Z`), timeZone);
}

/** @param wanted what the clock shows, as if it were UTC. */
export function findMoment(wanted: number, timeZone: string): Date {
  // The clock may change at or near this time, so it is read with the offset before and with the one after. It is the
  // earlier of the two that does not show something before it.
  const { getOffsetMs } = clockIn(timeZone);
  const interpretations = [wanted - dayMs, wanted + dayMs].map((near) => wanted - getOffsetMs(near));
  return new Date(Math.min(...interpretations.filter((at) => at + getOffsetMs(at) >= wanted)));
}

/** The calendar day that many days after one, whatever clocks do in between. */
export function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * dayMs).toISOString().slice(0, 10);
}

/** The calendar day of a moment, on a clock in a time zone. */
export function dayAt(at: Date, timeZone: string): string {
  return clockIn(timeZone).toDateAndTime(at).slice(0, 10);
}
