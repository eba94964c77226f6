import * as z from "zod";
import type { Mode } from "@/lib/core/mode";
import { phoneIssues } from "@/lib/core/phone";
import type { DescriptionIssue } from "@/lib/domain/payment-links/new-link/schema";
import { notesFields, notesIssues } from "@/lib/domain/payment-links/notes/schema";
import type { LinkFailureCode, LinkState } from "@/lib/domain/payment-links/schema";
import type { DecimalMark } from "@/lib/money/amount-number";
import { currencies } from "@/lib/money/currencies";
import type { AmountFailure } from "@/lib/money/money";
import type { Cell } from "@/lib/spreadsheets/table";

/** The cells of a row as they are stored. */
export const cellsSchema = z.array(
  z.union([
    z.string(),
    z.number(),
    z.object({ date: z.string() }),
    z.object({ number: z.number(), mark: z.string() }),
  ]),
);

/**
 * See `TableNotes`. `firstPlace` is the number of the first row that was read. `rowsAbove` are those that were left out above
 * the names of the columns.
 */
export const notesSchema = z.object({
  hiddenRows: z.number().optional(),
  sheet: z.string().optional(),
  rowsAbove: z.number().optional(),
  firstPlace: z.number(),
});
export type BatchNotes = z.output<typeof notesSchema>;

/** What a column of a table is. Several can be descriptions; they are joined. */
export const columnRoles = ["none", "amount", "currency", "description"] as const;
export type ColumnRole = (typeof columnRoles)[number];

const decimalMarks = [",", "."] as const satisfies DecimalMark[];

/** How a table is read. People see it, and can change it. */
export const layoutSchema = z.object({
  /** Whether the first row names the columns. */
  hasHeader: z.boolean(),
  columns: z.array(z.enum(columnRoles)),
  /** The numbers of the columns with what only the team sees. A column can be one of these and a description too. */
  noteColumns: z.partialRecord(z.enum(notesFields), z.number().int().min(0)).default({}),
  /** The currency of amounts that name none. */
  currency: z.enum(currencies),
  /** What stands before decimals in this table. */
  decimalMark: z.enum(decimalMarks),
  /** The country (`CR`) of telephone numbers that name none; null when it is not known. */
  country: z.string().nullable().default(null),
  /** The numbers of rows that look like a total, of which a person wants a link all the same. */
  takenTotals: z.array(z.number().int()).default([]),
});
export type Layout = z.output<typeof layoutSchema>;

const noteProblemCodes = [...notesIssues, ...phoneIssues] as const;
/** What the form of a link's notes would say as well, and with the same sentence. */
type NoteProblemCode = (typeof noteProblemCodes)[number];

export function isNoteProblem(code: string): code is NoteProblemCode {
  return noteProblemCodes.some((known) => known === code);
}

export const problemCodes = [
  ...noteProblemCodes,
  "row_is_total",
  "amount_empty",
  "amount_not_a_number",
  "amount_unclear_marks",
  "amount_zero",
  "amount_too_many_decimals",
  "amount_too_large",
  "amount_other_decimal_mark",
  "amount_other_digits",
  "amount_negative",
  "amount_currency_not_offered",
  "amount_ambiguous",
  "amount_currency_contradicted",
  "amount_is_date",
  "currency_not_offered",
  "description_missing",
  "description_too_long",
  "description_unprintable",
  "description_is_error",
] as const satisfies (
  | `amount_${AmountFailure["code"]}`
  | "amount_is_date"
  | "row_is_total"
  | "description_is_error"
  | "currency_not_offered"
  | DescriptionIssue
  | NoteProblemCode
)[];
export type ProblemCode = (typeof problemCodes)[number];
export type OwnProblemCode = Exclude<ProblemCode, NoteProblemCode>;

/** What is wrong with a cell; `column` is counted from 0, and null where the table has no such column. */
export const problemsSchema = z.array(
  z.object({ column: z.number().int().nullable(), code: z.enum(problemCodes) }),
);
export type RowProblem = z.output<typeof problemsSchema>[number];

/** A row that was checked: what its link would be, or what is wrong. */
export type CheckedRow = {
  place: number;
  cells: Cell[];
  problems: RowProblem[] | null;
  amountMinor: number | null;
  currency: string | null;
  description: string | null;
  /** The number of an earlier row that would create the same link. */
  sameAs: number | null;
};

/** Why a batch was paused without anybody asking for it. */
export const pauseReasons = [
  "no_key",
  "key_unreadable",
  "key_refused",
  "upstream_trouble",
  "not_allowed",
  "restored",
] as const;
export type PauseReason = (typeof pauseReasons)[number];

export type BatchState = "draft" | "running" | "paused" | "cancelled" | "done";

export type Batch = {
  id: string;
  mode: Mode;
  state: BatchState;
  fileName: string | null;
  header: Cell[] | null;
  layout: Layout;
  notes: BatchNotes;
  version: number;
  createdAt: Date;
  startedAt: Date | null;
  finishedAt: Date | null;
  resumeAt: Date | null;
  pauseReason: PauseReason | null;
  createdBy: { id: string; name: string };
};

/** How many rows of a batch are in which state. */
export type BatchCounts = {
  rows: number;
  /** Rows that the check found something wrong with, or that look like a total. */
  invalid: number;
  /** Of these, the rows that look like a total. */
  totals: number;
  /** Rows that are still to be created. */
  pending: number;
  ready: number;
  /** Rows whose link upstream refused. */
  rejected: number;
  /** Rows whose link may exist. */
  unconfirmed: number;
  /** Rows that would create the same link as an earlier one. */
  repeated: number;
};

export type BatchRow = {
  place: number;
  cells: Cell[];
  problems: RowProblem[] | null;
  sameAs: number | null;
  amountMinor: number | null;
  currency: string | null;
  description: string | null;
  link: {
    id: string;
    state: LinkState;
    url: string | null;
    reference: string | null;
    failureCode: LinkFailureCode | null;
  } | null;
};

export type BulkFailure = {
  code:
    | "bulk_gone"
    /** The batch is in another state than the page showed. */
    | "bulk_changed"
    | "bulk_running"
    | "bulk_nothing_to_create"
    | "bulk_column_missing"
    | "bulk_column_twice";
};
