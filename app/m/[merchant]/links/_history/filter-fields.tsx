"use client";

import type { CurrencyOption } from "@/lib/money/currency-names";
import { CurrencyOptions } from "./currency-options";
import { searchFormId } from "./search-form-id";

/** One filter. Without names for its parts, because each name would be sent with each filter. */
export type FilterField = [
  name: string,
  label: string,
  value: string,
  /** What it can be, or how it is typed. */
  choices: [value: string, label: string][] | "date" | "decimal" | "text",
];

/** The filters, folded away. They are drawn from plain data in the browser too, so that a page holds each once. */
export function FilterFields({
  summary,
  isOpen,
  fields,
  currencies,
  labels,
  locale,
}: {
  summary: string;
  isOpen: boolean;
  /** `FilterField[]` as JSON, as `days` of the rows is: there is a choice for each person of the team. */
  fields: string;
  /** Those in use; the others are added when the filters are opened. */
  currencies: CurrencyOption[];
  labels: { apply: string; payments: string };
  locale: string;
}) {
  const listed: FilterField[] = JSON.parse(fields);
  return (
    <details open={isOpen} className="min-w-0 open:w-full">
      <summary className="fold i-filter max-w-full">
        <span className="min-w-0">{summary}</span>
      </summary>
      <div className="filters">
        {listed.map(([name, label, value, choices]) =>
          Array.isArray(choices) ? (
            <label key={name}>
              {label}
              <select name={name} form={searchFormId} defaultValue={value} className="input">
                {choices.map(([choice, word]) => (
                  <option key={choice} value={choice}>
                    {word}
                  </option>
                ))}
                {name === "currency" && <CurrencyOptions locale={locale} used={currencies} />}
              </select>
            </label>
          ) : (
            <label key={name}>
              {label}
              <input
                name={name}
                form={searchFormId}
                defaultValue={value}
                {...(choices === "date" && { type: "date" })}
                {...(choices === "decimal" && { inputMode: "decimal" })}
                autoComplete="off"
                className="input"
              />
            </label>
          ),
        )}
        <button type="submit" form={searchFormId} className="button button-quiet self-end">
          {labels.apply}
        </button>
        <p className="col-span-full text-small text-muted">{labels.payments}</p>
      </div>
    </details>
  );
}
