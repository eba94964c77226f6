import { expect, test } from "vitest";
import { readExpiry, toExpiresAt } from "@/lib/core/link-expiry";

const at = (expiry: Parameters<typeof toExpiresAt>[0], timeZone: string, now: string) =>
  toExpiresAt(expiry, { timeZone, now: new Date(now) })?.toISOString() ?? null;

test.each([
  { what: "never", expiry: "none", timeZone: "UTC", now: "2026-11-29T20:00:00Z", expires: null },
  { expiry: "24h", timeZone: "UTC", now: "2026-11-29T20:00:00Z", expires: "2026-11-30T20:00:00.000Z" },
  { expiry: "7d", timeZone: "UTC", now: "2026-11-29T20:00:00Z", expires: "2026-12-06T20:00:00.000Z" },
  // Still the 29th in San José, and the 30th in Kiritimati already.
  {
    expiry: "day",
    timeZone: "America/Costa_Rica",
    now: "2026-11-30T05:59:59Z",
    expires: "2026-11-30T06:00:00.000Z",
  },
  {
    expiry: "day",
    timeZone: "Pacific/Kiritimati",
    now: "2026-11-29T20:00:00Z",
    expires: "2026-11-30T10:00:00.000Z",
  },
  // The day on which Madrid's clocks go back has 25 hours, and 24 hours are 24 hours on it.
  {
    expiry: "day",
    timeZone: "Europe/Madrid",
    now: "2026-10-24T22:30:00Z",
    expires: "2026-10-25T23:00:00.000Z",
  },
  {
    expiry: "24h",
    timeZone: "Europe/Madrid",
    now: "2026-10-24T22:30:00Z",
    expires: "2026-10-25T22:30:00.000Z",
  },
  // In Santiago the day after has no midnight.
  {
    expiry: "day",
    timeZone: "America/Santiago",
    now: "2026-09-05T20:00:00Z",
    expires: "2026-09-06T04:00:00.000Z",
  },
  {
    expiry: { lastDay: "2026-12-24" },
    timeZone: "America/Costa_Rica",
    now: "2026-11-29T20:00:00Z",
    expires: "2026-12-25T06:00:00.000Z",
  },
] as const)("$expiry in $timeZone from $now is until $expires", ({ expiry, timeZone, now, expires }) => {
  expect(at(expiry, timeZone, now)).toBe(expires);
});

test.each([
  { expiry: "", expiryDay: "", read: { ok: true, value: undefined } },
  { expiry: "forever", expiryDay: "", read: { ok: true, value: undefined } },
  { expiry: "7d", expiryDay: "rubbish", read: { ok: true, value: "7d" } },
  { expiry: "date", expiryDay: "2026-11-29", read: { ok: true, value: { lastDay: "2026-11-29" } } },
  { expiry: "date", expiryDay: "", read: { ok: false, code: "expiry_day_malformed" } },
  { expiry: "date", expiryDay: "24/12/2026", read: { ok: false, code: "expiry_day_malformed" } },
  { expiry: "date", expiryDay: "2027-02-30", read: { ok: false, code: "expiry_day_malformed" } },
  { expiry: "date", expiryDay: "2026-13-01", read: { ok: false, code: "expiry_day_malformed" } },
  { expiry: "date", expiryDay: "2026-11-28", read: { ok: false, code: "expiry_day_past" } },
  { expiry: "date", expiryDay: "9999-12-31", read: { ok: false, code: "expiry_day_far" } },
])("$expiry $expiryDay is read as $read", ({ read, ...form }) => {
  // In San José it is still the 29th.
  const place = { timeZone: "America/Costa_Rica", now: new Date("2026-11-30T03:00:00Z") };
  expect(readExpiry(form, place)).toEqual(read);
});
