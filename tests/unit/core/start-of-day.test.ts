import { expect, test } from "vitest";
import { startOfDay } from "@/lib/core/start-of-day";

test.each([
  { day: "2026-11-22", timeZone: "UTC", begins: "2026-11-22T00:00:00.000Z" },
  { day: "2026-11-22", timeZone: "America/Costa_Rica", begins: "2026-11-22T06:00:00.000Z" },
  { day: "2026-11-22", timeZone: "Pacific/Kiritimati", begins: "2026-11-21T10:00:00.000Z" },
  { day: "2026-11-22", timeZone: "Asia/Kathmandu", begins: "2026-11-21T18:15:00.000Z" },
  { day: "2026-12-31", timeZone: "Pacific/Pago_Pago", begins: "2026-12-31T11:00:00.000Z" },
])("$day begins in $timeZone at $begins", ({ day, timeZone, begins }) => {
  expect(startOfDay(day, timeZone).toISOString()).toBe(begins);
});

test.each([
  { what: "before the clock goes forward", day: "2026-03-28", hours: 24 },
  { what: "the clock goes forward", day: "2026-03-29", hours: 23 },
  { what: "after the clock went forward", day: "2026-03-30", hours: 24 },
  { what: "the clock goes back", day: "2026-10-25", hours: 25 },
  { what: "after the clock went back", day: "2026-10-26", hours: 24 },
])("in Madrid, the day $what has $hours hours", ({ day, hours }) => {
  const [begins, ends] = [startOfDay(day, "Europe/Madrid"), startOfDay(day, "Europe/Madrid", 1)];
  expect((ends.getTime() - begins.getTime()) / 3_600_000).toBe(hours);
});

// In these places the clock goes forward at midnight, so that the day begins at one o'clock.
test.each([
  { day: "2018-11-04", timeZone: "America/Sao_Paulo", begins: "2018-11-04T03:00:00.000Z" },
  { day: "2026-09-06", timeZone: "America/Santiago", begins: "2026-09-06T04:00:00.000Z" },
  { day: "2013-10-06", timeZone: "America/Asuncion", begins: "2013-10-06T04:00:00.000Z" },
])("a day without midnight begins at its first moment: $day in $timeZone", ({ day, timeZone, begins }) => {
  expect(startOfDay(day, timeZone).toISOString()).toBe(begins);
});

// In Havana the first hour of this day happens twice, in São Paulo the last hour of the day before.
test.each([
  { day: "2026-11-01", timeZone: "America/Havana", begins: "2026-11-01T04:00:00.000Z" },
  { day: "2018-02-18", timeZone: "America/Sao_Paulo", begins: "2018-02-18T03:00:00.000Z" },
])("an hour that comes twice belongs to its day: $day in $timeZone", ({ day, timeZone, begins }) => {
  expect(startOfDay(day, timeZone).toISOString()).toBe(begins);
});

test("each day begins where the one before ends, all year, wherever", () => {
  const zones = [
    "America/Santiago",
    "Europe/Madrid",
    "Africa/Cairo",
    "Australia/Lord_Howe",
    "America/Bogota",
  ];
  for (const timeZone of zones) {
    const written = new Intl.DateTimeFormat("sv-SE", { timeZone, dateStyle: "short" });
    for (let at = Date.UTC(2026, 0, 1); at < Date.UTC(2027, 0, 1); at += 86_400_000) {
      const day = new Date(at).toISOString().slice(0, 10);
      const next = new Date(at + 86_400_000).toISOString().slice(0, 10);
      const begins = startOfDay(day, timeZone);
      expect(startOfDay(day, timeZone, 1)).toEqual(startOfDay(next, timeZone));
      expect(written.format(begins), `${day} in ${timeZone}`).toBe(day);
      expect(written.format(begins.getTime() - 1), `before ${day} in ${timeZone}`).not.toBe(day);
    }
  }
});
