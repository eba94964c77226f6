import { remember } from "@/lib/core/remember";

/** Writes moments as a clock in one time zone shows them. */
export type LocalClock = {
  /** How far that clock is ahead of UTC at a moment. */
  getOffsetMs: (at: number) => number;
  /** `2026-11-22 07:05:09` */
  toDateAndTime: (at: Date) => string;
  /** ISO 8601 with the offset: `2026-11-22T07:05:09.120-06:00` */
  toIsoTime: (at: Date) => string;
};

/** More than there are zones; names come from people's browsers. */
const mostZones = 1_000;

export const clockIn: (timeZone: string) => LocalClock = remember(mostZones, (timeZone: string) => {
  const clock = new Intl.DateTimeFormat("en-US", {
    timeZone,
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    second: "numeric",
  });
  const measure = (at: number) => readClock(clock, at) - Math.floor(at / 1000) * 1000;
  const getOffsetMs = keepDays(measure);
  const offsetText = keepLast(toOffset);
  const dayText = keepLast((day) => new Date(day * dayMs).toISOString().split("T")[0] ?? "");
  const write = (at: Date, between: string) => {
    const [atMs, offsetMs] = [at.getTime(), getOffsetMs(at.getTime())];
    const day = Math.floor((atMs + offsetMs) / dayMs);
    return `${dayText(day)}${between}${toTimeOfDay(atMs + offsetMs - day * dayMs)}`;
  };
  return {
    getOffsetMs,
    toDateAndTime: (at) => write(at, " ").slice(0, -4),
    toIsoTime: (at) => write(at, "T") + offsetText(getOffsetMs(at.getTime())),
  };
});

const dayMs = 86_400_000;
const mostDays = 10_000;

/**
 * Keeps the offset of each day on which it does not change, because asking for it takes longer than writing the rest of a
 * line. No zone changes its clocks twice within a day.
 */
function keepDays(measure: (at: number) => number): (at: number) => number {
  const known = new Map<number, number | null>();
  return (at) => {
    const day = Math.floor(at / dayMs);
    let offsetMs = known.get(day);
    if (offsetMs === undefined) {
      const first = measure(day * dayMs);
      offsetMs = first === measure((day + 1) * dayMs) ? first : null;
      if (known.size >= mostDays) known.clear();
      known.set(day, offsetMs);
    }
    return offsetMs ?? measure(at);
  };
}

/** Remembers the last answer, as one time after another has the same offset, and often the same day. */
function keepLast(write: (value: number) => string): (value: number) => string {
  let last = { value: 0, text: write(0) };
  return (value) => {
    if (value !== last.value) last = { value, text: write(value) };
    return last.text;
  };
}

/** `07:05:09.120`, of milliseconds since midnight. */
function toTimeOfDay(ms: number): string {
  const seconds = Math.floor(ms / 1_000);
  const minutes = Math.floor(seconds / 60);
  const parts = `${twoDigits[Math.floor(minutes / 60)]}:${twoDigits[minutes % 60]}:${twoDigits[seconds % 60]}`;
  return `${parts}.${String(ms % 1_000).padStart(3, "0")}`;
}

const twoDigits = Array.from({ length: 60 }, (_, number) => String(number).padStart(2, "0"));

function readClock(clock: Intl.DateTimeFormat, at: number): number {
  const parts = clock.formatToParts(at);
  const part = (type: string) => Number(parts.find((one) => one.type === type)?.value);
  return Date.UTC(part("year"), part("month") - 1, part("day"), part("hour"), part("minute"), part("second"));
}

function toOffset(offsetMs: number): string {
  const minutes = Math.round(Math.abs(offsetMs) / 60_000);
  return `${offsetMs < 0 ? "-" : "+"}${twoDigits[Math.floor(minutes / 60)]}:${twoDigits[minutes % 60]}`;
}
