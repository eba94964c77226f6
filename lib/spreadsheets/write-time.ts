import type { LocalClock } from "@/lib/core/local-time";
import type { Sheet } from "@/lib/spreadsheets/sheet";

const [dayMs, hourMs, minuteMs] = [86_400_000, 3_600_000, 60_000];
const [colon, point, zero] = [0x3a, 0x2e, 0x30];

/**
 * Writes moments as a clock does, which writes what comes before and after the time of day: both are the same for most of
 * the moments of a day.
 * @param isExact with milliseconds and the offset, as ISO 8601 has them; else to the second.
 */
export function timeWriter(clock: LocalClock, isExact: boolean): (at: number, to: Sheet) => void {
  let known = { day: Number.NaN, offsetMs: 0, before: Buffer.alloc(0), after: Buffer.alloc(0) };
  const learn = (at: number, day: number, offsetMs: number) => {
    const text = isExact ? clock.toIsoTime(new Date(at)) : clock.toDateAndTime(new Date(at));
    const [before, after] = [
      text.slice(0, "2026-11-22T".length),
      text.slice("2026-11-22T07:05:09.120".length),
    ];
    known = { day, offsetMs, before: Buffer.from(before), after: Buffer.from(after) };
  };
  return (at, to) => {
    const offsetMs = clock.getOffsetMs(at);
    const day = Math.floor((at + offsetMs) / dayMs);
    if (day !== known.day || offsetMs !== known.offsetMs) learn(at, day, offsetMs);
    to.copy(known.before);
    writeTimeOfDay(at + offsetMs - day * dayMs, isExact, to);
    to.copy(known.after);
  };
}

function writeTimeOfDay(ms: number, isExact: boolean, to: Sheet): void {
  const hours = Math.floor(ms / hourMs);
  const minutes = Math.floor((ms - hours * hourMs) / minuteMs);
  const rest = ms - hours * hourMs - minutes * minuteMs;
  const seconds = Math.floor(rest / 1_000);
  to.makeRoom("07:05:09.120".length);
  to.twoDigits(hours);
  to.byte(colon);
  to.twoDigits(minutes);
  to.byte(colon);
  to.twoDigits(seconds);
  if (!isExact) return;
  const thousandths = rest - 1_000 * seconds;
  const hundreds = Math.floor(thousandths / 100);
  to.byte(point);
  to.byte(zero + hundreds);
  to.twoDigits(thousandths - 100 * hundreds);
}
