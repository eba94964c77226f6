import { expect, test } from "vitest";
import { clockIn } from "@/lib/core/local-time";

test("a day on which the clocks change has the right time before and after, as have the days around it", () => {
  const madrid = clockIn("Europe/Madrid");
  const times = {
    "2026-03-28T23:59:59.120Z": "2026-03-29T00:59:59.120+01:00",
    "2026-03-29T00:59:59.000Z": "2026-03-29T01:59:59.000+01:00",
    "2026-03-29T01:00:00.000Z": "2026-03-29T03:00:00.000+02:00",
    "2026-03-30T12:00:00.000Z": "2026-03-30T14:00:00.000+02:00",
    "2026-10-25T00:59:59.999Z": "2026-10-25T02:59:59.999+02:00",
    "2026-10-25T01:00:00.000Z": "2026-10-25T02:00:00.000+01:00",
  };
  for (const [at, local] of [...Object.entries(times), ...Object.entries(times).toReversed()]) {
    expect(madrid.toIsoTime(new Date(at))).toBe(local);
  }
});
