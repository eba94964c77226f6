import * as z from "zod";
import { choiceFilter } from "@/lib/core/filters";

export const overviewPeriods = [7, 30, 90] as const;
export type OverviewPeriod = (typeof overviewPeriods)[number];

/** What an overview is asked for in its address: how many days, today included. */
export const overviewFilters = z.object({
  days: choiceFilter(overviewPeriods.map(String)),
});

/** The days that were asked for; 30 where nothing was. */
export function toPeriod({ days }: z.output<typeof overviewFilters>): OverviewPeriod {
  return overviewPeriods.find((period) => String(period) === days) ?? 30;
}
