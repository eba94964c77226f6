"use client";

import { Choice, type Option } from "@/lib/ui/form/choice";

const places = ["language1", "language2", "language3"] as const;

export type LanguageLabels = Record<(typeof places)[number] | "languages" | "languagesHint" | "none", string>;

/** The languages of the customers, the most frequent first. All but the first may be left empty. */
export function LanguageChoices({
  languages,
  values,
  error,
  labels,
}: {
  languages: Option[];
  values: Partial<Record<(typeof places)[number], string>>;
  error: string | undefined;
  labels: LanguageLabels;
}) {
  const none = { value: "", label: labels.none };
  return (
    <fieldset className="grid gap-3" aria-describedby="languages-hint">
      <legend className="text-small font-bold">{labels.languages}</legend>
      <p id="languages-hint" className="text-small text-muted">
        {labels.languagesHint}
      </p>
      <div className="grid gap-3 sm:grid-cols-3">
        {places.map((name, place) => (
          <Choice
            key={name}
            name={name}
            label={labels[name]}
            options={place === 0 ? languages : [none, ...languages]}
            selected={values[name] ?? ""}
            error={place === 0 ? error : undefined}
          />
        ))}
      </div>
    </fieldset>
  );
}
