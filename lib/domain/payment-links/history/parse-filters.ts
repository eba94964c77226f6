import * as z from "zod";
import {
  areInOrder,
  choiceFilter,
  dayFilters,
  filter,
  idFilter,
  notInOrder,
  personFilter,
  type Query,
  readFilters,
  searchFilter,
  type Unreadable,
} from "@/lib/core/filters";
import { modes } from "@/lib/core/mode";
import type { Result } from "@/lib/core/result";
import { isUuid } from "@/lib/core/uuid";
import { withoutHash } from "@/lib/domain/payment-links/notes/schema";
import { shownStates } from "@/lib/domain/payment-links/schema";
import { withPlainDigits } from "@/lib/money/amount-text";
import { currencies } from "@/lib/money/currencies";
import { parseAmount, searchedAmounts } from "@/lib/money/money";

export const linkOrders = ["newest", "oldest", "highest", "lowest"] as const;
export type LinkOrder = (typeof linkOrders)[number];

/** The place of a link in an order: its amount too where the order is by amount. */
export type Place = { id: string; amountMinor: number };

/** An amount as people write it in any country; 0 too, and one above all that there are. */
const amount = filter(z.string().refine((text) => readBound(text) !== null, "not_an_amount"));

const placeShape = /^(?:\d{1,16}_)?[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const place = filter(z.string().toLowerCase().regex(placeShape, "no_such_page"));

/** More are not chosen one by one; for these there are filters. */
export const mostSelected = 100;

/** The ids of links that were chosen one by one, with commas between them. */
const selected = filter(
  z
    .string()
    .toLowerCase()
    .refine((text) => readSelected(text).every(isUuid), "not_in_list")
    .refine((text) => readSelected(text).length <= mostSelected, "too_many"),
);

export function readSelected(text: string): string[] {
  return text.split(",");
}

export const historyFilters = z
  .object({
    q: searchFilter,
    mode: choiceFilter(modes),
    state: choiceFilter(shownStates, { ready: "open" }),
    currency: choiceFilter(currencies),
    /** Who made the link. */
    creator: personFilter,
    /** The table that it was created from. */
    batch: idFilter,
    selected,
    // Stored without the sign that people write before it.
    tag: searchFilter.transform((tag) => tag && (withoutHash(tag) || tag)).optional(),
    /** The least and the highest amount, both included. */
    min: amount,
    max: amount,
    ...dayFilters,
    sort: choiceFilter(linkOrders),
    /** The page begins after this place, or ends before it. */
    after: place,
    before: place,
  })
  .refine(areInOrder, notInOrder)
  .refine(
    ({ min, max }) => !min || !max || readAmountBound(min).amountMinor <= readAmountBound(max).amountMinor,
    {
      path: ["min"],
      message: "amounts_reversed",
    },
  )
  .refine(({ after, before }) => !after || !before, { path: ["before"], message: "no_such_page" });

/** The filters of the history, as they are in its address. */
export type HistoryFilters = z.output<typeof historyFilters>;

export function parseHistoryFilters(query: Query): Result<HistoryFilters, Unreadable> {
  return readFilters(historyFilters, query);
}

/** A bound of a range, in the currencies that it names (null when it names none). */
export type AmountBound = { amountMinor: number; currencies: readonly string[] | null };

type Searched = NonNullable<ReturnType<typeof searchedAmounts>>;

function readBound(text: string): Searched | null {
  const found = searchedAmounts(text);
  if (found) return found;
  const amount = parseAmount(withPlainDigits(text), "USD");
  if (amount.ok) return null;
  if (amount.code === "zero") return { amountsMinor: [0], currencies: null };
  return amount.code === "too_large" ? { amountsMinor: [Number.MAX_SAFE_INTEGER], currencies: null } : null;
}

/** Nobody writes three decimals of an amount: `1.500` as the end of a range is fifteen hundred. */
export function readAmountBound(text: string): AmountBound {
  const { amountsMinor = [], currencies = null } = readBound(text) ?? {};
  return { amountMinor: Math.max(...amountsMinor), currencies };
}

/** Whether no link can be in all the currencies that a range and the currency filter name, as in `USD 10` to `EUR 50`. */
export function haveNoSharedCurrency({ min, max, currency }: HistoryFilters): boolean {
  const bounds = [min ? readAmountBound(min).currencies : null, max ? readAmountBound(max).currencies : null];
  const named = [...bounds, currency ? [currency] : null].filter((codes) => codes !== null);
  const [first, ...others] = named;
  return first !== undefined && !first.some((code) => others.every((codes) => codes.includes(code)));
}

/** Reads a place as `placeText` writes it. */
export function readPlace(text: string): Place {
  const [id = "", amountMinor = "0"] = text.split("_").reverse();
  return { id, amountMinor: Number(amountMinor) };
}

export function placeText({ id, amountMinor }: Place, order: LinkOrder): string {
  return order === "highest" || order === "lowest" ? `${amountMinor}_${id}` : id;
}
