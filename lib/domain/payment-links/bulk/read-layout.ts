import { fail, ok, type Result } from "@/lib/core/result";
import { type ColumnRole, type Layout, layoutSchema } from "@/lib/domain/payment-links/bulk/schema";
import { type NotesField, notesFields } from "@/lib/domain/payment-links/notes/schema";
import { tableLimits } from "@/lib/spreadsheets/table";

/** The form in which a person says which column is what: each choice is a column's number from 0, or empty. */
export function toLayout(
  form: Record<
    | "amount"
    | "currencyColumn"
    | "description"
    | "description2"
    | "header"
    | "currency"
    | "decimalMark"
    | NotesField,
    string
  > & { width: number },
): Result<Layout, { code: "bulk_column_twice" | "bulk_column_missing" }> {
  const { amount, currencyColumn, description, description2 } = form;
  const chosen = [amount, currencyColumn, description, description2].filter((choice) => choice !== "");
  if (new Set(chosen).size < chosen.length) return fail({ code: "bulk_column_twice" });
  const columns = Array.from(
    { length: Math.min(form.width, tableLimits.columns) },
    (_, column): ColumnRole => {
      const choice = String(column);
      if (choice === amount) return "amount";
      if (choice === currencyColumn) return "currency";
      return choice === description || choice === description2 ? "description" : "none";
    },
  );
  const { currency, decimalMark } = form;
  const given = notesFields.filter((field) => form[field] !== "");
  const noteColumns = Object.fromEntries(given.map((field) => [field, Number(form[field])]));
  const hasHeader = form.header === "on";
  const layout = layoutSchema.safeParse({ hasHeader, columns, noteColumns, currency, decimalMark });
  return layout.success ? ok(layout.data) : fail({ code: "bulk_column_missing" });
}
