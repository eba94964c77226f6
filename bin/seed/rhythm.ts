import { type Random, toSums } from "@/bin/seed/random";
import { startOfDay } from "@/lib/core/start-of-day";

const dayMs = 86_400_000;
const hourMs = 3_600_000;

/** The share of each weekday, Sunday first: least on Sundays, most before the weekend. */
const ofWeekday = [0.45, 0.85, 0.9, 0.95, 1.05, 1.3, 1.2];
/** The share of each hour: most at breakfast, lunch, and after work. */
const ofHour = [
  ...[0, 0, 0, 0, 0, 0.2, 1.2, 3.5, 5, 4.5, 3.5, 4],
  ...[6, 5.5, 3.5, 3, 3.5, 5, 5.5, 4, 2.5, 1, 0.3, 0.1],
];
const hourSums = toSums(ofHour);

/**
 * Times of sales: distributed over weekdays and hours as in a business, with slow growth from month to month.
 * @returns `count` times in order, in Unix milliseconds, none after `until`.
 */
export function salesTimes(
  random: Random,
  { count, days, until, timeZone }: { count: number; days: number; until: number; timeZone: string },
): Float64Array {
  const today = new Intl.DateTimeFormat("en-CA", { timeZone }).format(until);
  const starts = Array.from({ length: days }, (_, back) =>
    startOfDay(today, timeZone, back - days + 1).getTime(),
  );
  const weights = starts.map((start, day) => {
    const weekday = new Date(start + dayMs / 2).getUTCDay();
    const growth = 0.5 + day / days;
    // Some days are better than others without a reason.
    return (ofWeekday[weekday] ?? 1) * growth * (0.6 + random.roll() * 0.8);
  });
  const daySums = toSums(weights);
  const times = Float64Array.from({ length: count }, () => {
    for (let attempt = 0; attempt < 20; attempt++) {
      const start = starts[random.index(daySums)] ?? until;
      const at = start + random.index(hourSums) * hourMs + Math.floor(random.roll() * hourMs);
      if (at < until) return at;
    }
    return until - Math.floor(random.roll() * dayMs);
  });
  return times.sort();
}
