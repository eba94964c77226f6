import { z } from "zod";
import {
  areInOrder,
  choiceFilter,
  notInOrder,
  pageFilters,
  personFilter,
  type Query,
  readFilters,
  searchFilter,
  type Unreadable,
} from "@/lib/core/filters";
import { modes } from "@/lib/core/mode";
import type { Result } from "@/lib/core/result";
import { shownStates } from "@/lib/domain/payment-links/schema";
import { currencies } from "@/lib/money/currencies";

export const historyFilters = z
  .object({
    q: searchFilter,
    mode: choiceFilter(modes),
    state: choiceFilter(shownStates, { ready: "open" }),
    currency: choiceFilter(currencies),
    /** Who made the link. */
    creator: personFilter,
    ...pageFilters,
  })
  .refine(areInOrder, notInOrder);

/** The filters of the history, as they are in its address. */
export type HistoryFilters = z.output<typeof historyFilters>;

export function parseHistoryFilters(query: Query): Result<HistoryFilters, Unreadable> {
  return readFilters(historyFilters, query);
}
