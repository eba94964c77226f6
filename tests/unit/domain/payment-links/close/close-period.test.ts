import { expect, test } from "vitest";
import { type CloseFilters, closeFilters, toClosePeriod } from "@/lib/domain/payment-links/close/schema";

const costaRica = "America/Costa_Rica";
/** Noon in Costa Rica, six hours behind UTC. */
const now = new Date("2026-11-22T18:00:00Z");

function read(filters: CloseFilters, timeZone = costaRica, at = now): string {
  const period = toClosePeriod(filters, timeZone, at);
  if (!period.ok) return period.issues.map(({ name, code }) => `${name} ${code}`).join();
  const { start, end } = period.value;
  return `${start.toISOString().slice(5, 16)} ${end.toISOString().slice(5, 16)}`;
}

test.each<[string, CloseFilters, string]>([
  ["today", {}, "11-22T06:00 11-23T06:00"],
  ["a day", { day: "2026-11-20" }, "11-20T06:00 11-21T06:00"],
  ["a shift", { from: "08:00", to: "14:30" }, "11-22T14:00 11-22T20:30"],
  ["a shift over midnight", { day: "2026-11-21", from: "20:00", to: "02:00" }, "11-22T02:00 11-22T08:00"],
  ["until midnight", { from: "11:00", to: "00:00" }, "11-22T17:00 11-23T06:00"],
  ["from a time", { from: "10:00" }, "11-22T16:00 11-23T06:00"],
  ["until a time", { to: "10:00" }, "11-22T06:00 11-22T16:00"],
  ["tomorrow", { day: "2026-11-23" }, "day day_not_yet"],
  ["a shift that has not begun", { from: "12:01" }, "from time_not_yet"],
  ["times that are mixed up", { from: "11:00", to: "10:00" }, "from shift_reversed"],
  ["no time at all", { from: "11:00", to: "11:00" }, "from shift_reversed"],
])("%s", (_what, filters, expected) => {
  expect(read(filters)).toBe(expected);
});

test("days and nights on which the clock changes are as long as they are", () => {
  const at = new Date("2026-12-01T12:00:00Z");
  expect(read({ day: "2026-03-29" }, "Europe/Madrid", at)).toBe("03-28T23:00 03-29T22:00");
  expect(read({ day: "2026-10-25" }, "Europe/Madrid", at)).toBe("10-24T22:00 10-25T23:00");
  const night = { from: "22:00", to: "06:00" };
  expect(read({ day: "2026-03-28", ...night }, "Europe/Madrid", at)).toBe("03-28T21:00 03-29T04:00");
  expect(read({ day: "2026-10-24", ...night }, "Europe/Madrid", at)).toBe("10-24T20:00 10-25T05:00");
});

test("times are read as browsers and people write them", () => {
  const parse = (text: string) => closeFilters.safeParse({ from: text });
  expect(["7:05", "07:05", "07:05:30", " 23:59 ", ""].map((text) => parse(text).data?.from)).toEqual([
    ...["07:05", "07:05", "07:05", "23:59", undefined],
  ]);
  for (const text of ["24:00", "7", "12:60", "noon"])
    expect(parse(text).error?.issues[0]?.message).toBe("not_a_time");
});
