import { expect, test } from "vitest";
import { addDays, dayAt, toMoment } from "@/lib/core/local-moment";

test.each([
  {
    what: "a plain time",
    day: "2026-11-22",
    time: "22:00",
    timeZone: "America/Costa_Rica",
    at: "2026-11-23T04:00",
  },
  {
    what: "a time that is left out",
    day: "2026-03-29",
    time: "02:30",
    timeZone: "Europe/Madrid",
    at: "2026-03-29T01:30",
  },
  { what: "before it", day: "2026-03-29", time: "01:30", timeZone: "Europe/Madrid", at: "2026-03-29T00:30" },
  { what: "after it", day: "2026-03-29", time: "03:30", timeZone: "Europe/Madrid", at: "2026-03-29T01:30" },
  {
    what: "a time that comes twice",
    day: "2026-10-25",
    time: "02:30",
    timeZone: "Europe/Madrid",
    at: "2026-10-25T00:30",
  },
  { what: "after it", day: "2026-10-25", time: "03:00", timeZone: "Europe/Madrid", at: "2026-10-25T02:00" },
])("$what, $day $time in $timeZone, is $at UTC", ({ day, time, timeZone, at }) => {
  expect(toMoment(day, time, timeZone).toISOString()).toBe(`${at}:00.000Z`);
});

test("days are counted on the calendar, whatever clocks do", () => {
  expect([addDays("2026-02-28", 1), addDays("2026-03-29", 1), addDays("2026-01-01", -1)]).toEqual([
    ...["2026-03-01", "2026-03-30", "2025-12-31"],
  ]);
  expect(dayAt(new Date("2026-11-22T04:00:00Z"), "America/Costa_Rica")).toBe("2026-11-21");
});
