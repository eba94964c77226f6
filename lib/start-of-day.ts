/**
 * The moment a calendar day (`2026-11-22`) begins in a time zone, or the day `plusDays` after it. On a day
 * that a clock change starts, it is the first moment that exists.
 */
export function startOfDay(day: string, timeZone: string, plusDays = 0): Date {
  const wanted = Date.parse(`${day}T00:00:00Z`) + plusDays * 86_400_000;
  // The offset at the guess can differ from the one at the answer, so it is looked up twice.
  const guess = wanted - offsetMs(wanted, timeZone);
  return new Date(wanted - offsetMs(guess, timeZone));
}

function offsetMs(at: number, timeZone: string): number {
  const parts = new Intl.DateTimeFormat("en-US", {
    timeZone,
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    second: "numeric",
  }).formatToParts(at);
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
