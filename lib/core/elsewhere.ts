import { clockIn } from "@/lib/core/local-time";

/** What a moment is on the clock of somebody in another time zone. */
export type Elsewhere = { isOtherTime: boolean; isOtherDay: boolean };

/**
 * Makes a function that says whether the clocks in two time zones show another time at a moment, and whether another
 * day. In one week of March they may, and in the next they may not.
 */
export function compareClocks(timeZone: string, other: string): (at: Date) => Elsewhere {
  const [clock, otherClock] = [clockIn(timeZone), clockIn(other)];
  return (at) => {
    const [here, there] = [clock.toDateAndTime(at), otherClock.toDateAndTime(at)];
    return { isOtherTime: here !== there, isOtherDay: here.slice(0, 10) !== there.slice(0, 10) };
  };
}
