const dayMs = 86_400_000;

/**
 * The moment a calendar day (`2026-11-22`) begins in a time zone, or the day `plusDays` after it. On a day
 * that a clock change starts, it is the first moment that exists.
 */
export function startOfDay(day: string, timeZone: string, plusDays = 0): Date {
  const wanted = Date.parse(`${day}T00:00:00Z`) + plusDays * dayMs;
  // The clock may change at this midnight or near it: read by the offset before and by the one after, the day
  // begins at the earlier reading at which it is not the day before any more.
  const clock = clockIn(timeZone);
  const interpretations = [wanted - dayMs, wanted + dayMs].map((near) => wanted - offsetMs(near, clock));
  return new Date(Math.min(...interpretations.filter((at) => at + offsetMs(at, clock) >= wanted)));
}

function clockIn(timeZone: string): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat("en-US", {
    timeZone,
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    second: "numeric",
  });
}

function offsetMs(at: number, clock: Intl.DateTimeFormat): number {
  const parts = clock.formatToParts(at);
  const part = (type: string) => Number(parts.find((one) => one.type === type)?.value);
  const local = Date.UTC(
    part("year"),
    part("month") - 1,
    part("day"),
    part("hour"),
    part("minute"),
    part("second"),
  );
  return local - Math.floor(at / 1000) * 1000;
}
