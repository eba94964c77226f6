import * as z from "zod";
import { fail, ok, type Result } from "@/lib/core/result";
import { startOfDay } from "@/lib/core/start-of-day";

/** The query parameters of an address, as Next hands them to a page. */
export type Query = Record<string, string | string[] | undefined>;

const issueCodes = [
  "too_long",
  "unprintable",
  "not_in_list",
  "not_a_day",
  "not_a_time",
  "day_not_yet",
  "time_not_yet",
  "shift_reversed",
  "not_an_amount",
  "reversed",
  "amounts_reversed",
  "repeated",
  "too_many",
  "no_such_page",
] as const;
export type FilterIssueCode = (typeof issueCodes)[number];

/** A filter in an address that cannot be read. The page says so, and does not replace it with another value. */
export type FilterIssue = { name: string; code: FilterIssueCode };

export type Unreadable = { code: "unreadable"; issues: readonly FilterIssue[] };

const longestSearch = 200;

/** Control characters, lone surrogates, and the character that stands for bytes that could not be decoded. */
const unprintable = /(?!\s)[\p{Cc}\p{Cs}\uFFFD]/u;
/** A visible character. A search for invisible ones alone would find everything. */
const visible = /(?![\p{DI}\u2800])[\p{L}\p{N}\p{P}\p{S}]/u;

/** A filter that is given once. An empty one counts as absent, because forms send their empty fields too. */
export function filter<Value>(value: z.ZodType<Value, string>) {
  return z
    .string("repeated")
    .trim()
    .transform((text) => text || undefined)
    .pipe(value.optional())
    .optional();
}

export const searchFilter = filter(
  z
    .string()
    .refine((text) => [...text].length <= longestSearch, { message: "too_long", abort: true })
    .refine((text) => !unprintable.test(text) && visible.test(text), "unprintable"),
);

/**
 * One of a list of options, in any letter case.
 * @param formerNames earlier names of options, which saved addresses still have.
 */
export function choiceFilter<Option extends string>(
  options: readonly Option[],
  formerNames: Readonly<Record<string, NoInfer<Option>>> = {},
) {
  return filter(
    z.string().transform((text, context) => {
      const name = text.toLowerCase();
      const former = Object.hasOwn(formerNames, name) ? formerNames[name] : undefined;
      const chosen = options.find((option) => option.toLowerCase() === name) ?? former;
      if (chosen !== undefined) return chosen;
      context.addIssue({ code: "custom", message: "not_in_list" });
      return z.NEVER;
    }),
  );
}

export const personFilter = filter(z.string().toLowerCase().pipe(z.uuid("not_in_list")));

/** The id of a row of ours. */
export const idFilter = filter(z.string().toLowerCase().pipe(z.uuid("not_in_list")));

/** The id of the last row of the page before. */
export const afterFilter = filter(z.string().toLowerCase().pipe(z.uuid("no_such_page")));

/** A calendar day in the merchant's time zone. */
const day = filter(z.iso.date("not_a_day").refine((text) => text >= "1900", "not_a_day"));

/** A time of day on the merchant's clock: `07:30`, also without the zero or with seconds, as some browsers send it. */
export const timeFilter = filter(
  z
    .string()
    .regex(/^(?:[01]?\d|2[0-3]):[0-5]\d(?::[0-5]\d)?$/, "not_a_time")
    .transform((text) => text.replace(/^(\d):/, "0$1:").slice(0, 5)),
);

/** One calendar day. */
export const dayFilter = day;

/** The days of a list, both included. An object of them is refined with `areInOrder` and `notInOrder`. */
export const dayFilters = { from: day, to: day };

export function areInOrder({ from, to }: Days): boolean {
  return !from || !to || from <= to;
}

export const notInOrder = { path: ["from"], message: "reversed" };

type Days = { from?: string | undefined; to?: string | undefined };

/** Postgres cannot read a year of five digits. Nothing is as late. */
const afterAll = Date.UTC(9999, 11, 31);

/** The days as moments: `start` is included, `end` is not. */
export function toDayRange({ from, to }: Days, timeZone: string): { start?: Date; end?: Date } {
  const end = to && startOfDay(to, timeZone, 1);
  return {
    ...(from && { start: startOfDay(from, timeZone) }),
    ...(end && end.getTime() < afterAll && { end }),
  };
}

/** Reads the filters in an address, or answers which of them cannot be read. */
export function readFilters<Filters>(schema: z.ZodType<Filters>, query: Query): Result<Filters, Unreadable> {
  const read = schema.safeParse(query);
  return read.success ? ok(read.data) : fail({ code: "unreadable", issues: read.error.issues.map(toIssue) });
}

function toIssue({ path, message }: z.core.$ZodIssue): FilterIssue {
  return { name: String(path[0]), code: issueCodes.find((code) => code === message) ?? "not_in_list" };
}

/** What was typed, for the fields to show again. Of a parameter that is given twice, the first counts. */
export function typedFilters(schema: z.ZodObject, query: Query): Record<string, string | undefined> {
  return Object.fromEntries(Object.keys(schema.shape).map((name) => [name, [query[name]].flat()[0]]));
}

/** The query parameters of a file's address, in the form that a page gets them. */
export function getQuery(url: string): Query {
  return toQuery(new URL(url).searchParams);
}

/** The same of parameters that are not in an address. */
export function toQuery(given: URLSearchParams): Query {
  return Object.fromEntries(
    [...new Set(given.keys())].map((name) => {
      const all = given.getAll(name);
      return [name, all.length > 1 ? all : all[0]];
    }),
  );
}
