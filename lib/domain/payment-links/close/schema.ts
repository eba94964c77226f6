import * as z from "zod";
import { dayFilter, type FilterIssue, personFilter, timeFilter, type Unreadable } from "@/lib/core/filters";
import { addDays, dayAt, toMoment } from "@/lib/core/local-moment";
import { fail, ok, type Result } from "@/lib/core/result";
import { startOfDay } from "@/lib/core/start-of-day";
import type { ShownState } from "@/lib/domain/payment-links/schema";
import type { CurrencyCode } from "@/lib/money/currencies";

/** What the address of a day's close says: a day, a part of it, one person. */
export const closeFilters = z.object({
  day: dayFilter,
  /** Times on the merchant's clock. A shift that ends before the time at which it begins ends on the next day. */
  from: timeFilter,
  to: timeFilter,
  person: personFilter,
});
export type CloseFilters = z.output<typeof closeFilters>;

/** The time that is closed: `start` is in it, `end` is not. */
export type ClosePeriod = { day: string; start: Date; end: Date };

/** A longer shift over midnight is taken for two times that were mixed up. */
const longestNightMs = 16 * 60 * 60 * 1_000;

/** Today where no day is given. A time that has not begun yet, and a shift that ends before it begins, are refused. */
export function toClosePeriod(
  { day, from, to }: CloseFilters,
  timeZone: string,
  now: Date,
): Result<ClosePeriod, Unreadable> {
  const today = dayAt(now, timeZone);
  const closed = day ?? today;
  if (closed > today) return refuse("day", "day_not_yet");
  const start = toMoment(closed, from ?? "00:00", timeZone);
  if (start > now) return refuse("from", "time_not_yet");
  if (to === undefined) return ok({ day: closed, start, end: startOfDay(closed, timeZone, 1) });
  const end = toMoment(closed, to, timeZone);
  if (end > start) return ok({ day: closed, start, end });
  const nextMorning = toMoment(addDays(closed, 1), to, timeZone);
  if (nextMorning.getTime() - start.getTime() > longestNightMs) return refuse("from", "shift_reversed");
  return ok({ day: closed, start, end: nextMorning });
}

function refuse(name: string, code: FilterIssue["code"]) {
  return fail({ code: "unreadable" as const, issues: [{ name, code }] });
}

/** So many links, and the sum of their amounts. Sums are never across currencies. */
export type Tally = { links: number; amountMinor: bigint };

/** What links in one currency are by now. Currency is null for external links whose amount nobody has added. */
export type CurrencyTally = {
  currency: CurrencyCode | null;
  /** Those that 4Geeks made. Every one of them is in exactly one of the states. */
  made: Tally;
  states: ReadonlyMap<ShownState, Tally>;
  /** Requests without a clear answer, which are not counted as made. */
  unconfirmed: Tally;
};

/** Those that can be paid still, whether or not somebody has opened them. */
export function tallyOpen(states: CurrencyTally["states"]): Tally {
  const both = [states.get("open"), states.get("opened")].filter((tally) => tally !== undefined);
  return {
    links: both.reduce((sum, { links }) => sum + links, 0),
    amountMinor: both.reduce((sum, { amountMinor }) => sum + amountMinor, 0n),
  };
}
