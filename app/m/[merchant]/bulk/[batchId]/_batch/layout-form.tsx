"use client";

import type { NotesField } from "@/lib/domain/payment-links/notes/schema";
import type { CurrencyCode } from "@/lib/money/currencies";
import { CheckBox } from "@/lib/ui/form/check-box";
import { Field } from "@/lib/ui/form/field";
import { ServerForm } from "@/lib/ui/form/server-form";
import { SubmitButton } from "@/lib/ui/form/submit-button";
import { useForm } from "@/lib/ui/form/use-form";
import { CurrencySelect } from "@/lib/ui/link-fields/currency-select";
import { saveLayout } from "../actions";

const columnFields = ["amount", "description", "description2", "currencyColumn"] as const;
/** In the order in which they are asked for. Their names alone, as the schema would bring its library to the browser. */
const noteFields = [
  "customerName",
  "customerPhone",
  "customerReference",
  "tags",
  "note",
] as const satisfies NotesField[];
export type ColumnField = (typeof columnFields)[number] | NotesField;

/** How the table was read: which column is what, in which currency, and how amounts are written. */
export function LayoutForm({
  values,
  hidden,
  columns,
  currencies,
  labels,
}: {
  /** The present choices; a column by its number, or empty. */
  values: Record<ColumnField | "currency" | "decimalMark" | "header", string>;
  hidden: Record<"batchId" | "version" | "width", string>;
  /** The columns' names, in their order. */
  columns: readonly string[];
  currencies: { locale: string; used: readonly CurrencyCode[] };
  labels: Record<
    | ColumnField
    | "none"
    | "currency"
    | "decimals"
    | "comma"
    | "point"
    | "header"
    | "headerHint"
    | "notes"
    | "notesHint"
    | "submit"
    | "pending",
    string
  >;
}) {
  const form = useForm(saveLayout, { values, errors: {} }, "layout");
  const chosen = { ...values, ...form.state.values };
  const toSelect = (name: ColumnField) => (
    <Field key={name} name={name} label={labels[name]}>
      {(control) => (
        <select
          {...control}
          key={chosen[name]}
          autoComplete="off"
          defaultValue={chosen[name]}
          className="input"
        >
          <option value="">{labels.none}</option>
          {columns.map((label, column) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a column is its number.
            <option key={column} value={String(column)}>
              {label}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
  return (
    <ServerForm sent={form} className="grid gap-4">
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <div className="grid gap-4 sm:grid-cols-2">
        {columnFields.map(toSelect)}
        <CurrencySelect
          label={labels.currency}
          list={currencies}
          selected={chosen.currency}
          error={undefined}
          className="input"
        />
        <Field name="decimalMark" label={labels.decimals}>
          {(control) => (
            <select
              {...control}
              key={chosen.decimalMark}
              autoComplete="off"
              defaultValue={chosen.decimalMark}
              className="input"
            >
              <option value=",">{labels.comma}</option>
              <option value=".">{labels.point}</option>
            </select>
          )}
        </Field>
      </div>
      <details open={noteFields.some((name) => chosen[name] !== "")}>
        <summary className="link touch min-h-12 text-small">{labels.notes}</summary>
        <div className="grid gap-4 py-2 sm:grid-cols-2">
          {noteFields.map(toSelect)}
          <p className="col-span-full text-small text-muted">{labels.notesHint}</p>
        </div>
      </details>
      <CheckBox
        name="header"
        label={labels.header}
        hint={labels.headerHint}
        isChecked={chosen.header === "on"}
      />
      <SubmitButton pending={labels.pending} className="button-quiet">
        {labels.submit}
      </SubmitButton>
    </ServerForm>
  );
}
