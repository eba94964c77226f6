"use client";

import { useEffect, useState } from "react";
import { type GuessedPlace, isPlace, type KnownOfPlace, regionDefaults } from "@/lib/money/region-defaults";
import { Choice, type Option } from "@/lib/ui/form/choice";
import { Field } from "@/lib/ui/form/field";
import { ServerForm } from "@/lib/ui/form/server-form";
import { SubmitButton } from "@/lib/ui/form/submit-button";
import { useForm } from "@/lib/ui/form/use-form";
import { createMerchant } from "./actions";

type Labels = Record<
  "name" | "currency" | "currencyHint" | "timeZone" | "timeZoneHint" | "submit" | "pending",
  string
>;

type Told = { toldZone: string; chosen: { defaultCurrency?: string; timeZone?: string } };

/** The name is typed. Currency and time zone are guessed from the browser, and shown before they are saved. */
export function NewMerchantForm({
  known,
  guessed,
  currencies,
  timeZones,
  labels,
}: {
  /** What is known from the request. The time zone is added here, where scripts run. */
  known: Omit<KnownOfPlace, "timeZone">;
  /** The server's guess from that. */
  guessed: GuessedPlace;
  currencies: Option[];
  timeZones: string[];
  labels: Labels;
}) {
  const form = useForm(createMerchant, { values: {}, errors: {} }, "new-merchant");
  const { state } = form;
  const [{ toldZone, chosen }, setTold] = useState<Told>({ toldZone: "", chosen: {} });
  const { form: element } = form;
  useEffect(() => {
    const typed = element.current ? new FormData(element.current) : null;
    // What was chosen before this script ran is no guess.
    const picked = (["defaultCurrency", "timeZone"] as const).flatMap((name) => {
      const value = String(typed?.get(name) ?? "");
      return value === "" || value === guessed[name] ? [] : [[name, value]];
    });
    const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
    setTold({ toldZone: timeZone ?? "", chosen: Object.fromEntries(picked) });
  }, [element, guessed]);
  // Not every browser knows the time zones of a country: the server's guess stays until the browser's time zone names a
  // place.
  const guess = isPlace(toldZone) ? regionDefaults({ ...known, timeZone: toldZone }) : guessed;
  const { values, errors } = state;
  const codes = currencies.map(({ value }) => value);
  const zones = [...new Set([...timeZones, guess.timeZone])];
  return (
    <ServerForm sent={form} className="grid gap-5">
      <Field name="name" label={labels.name} error={errors.name}>
        {(control) => (
          <input
            {...control}
            autoComplete="organization"
            spellCheck={false}
            dir="auto"
            defaultValue={values.name ?? ""}
            className="input"
          />
        )}
      </Field>
      <Choice
        name="defaultCurrency"
        label={labels.currency}
        hint={labels.currencyHint}
        options={startWith(currencies, guess.defaultCurrency)}
        selected={findOne(codes, values.defaultCurrency ?? chosen.defaultCurrency) ?? guess.defaultCurrency}
        error={errors.defaultCurrency}
      />
      <Choice
        name="timeZone"
        label={labels.timeZone}
        hint={labels.timeZoneHint}
        options={zones.map(asOption)}
        selected={findOne(zones, values.timeZone ?? chosen.timeZone) ?? guess.timeZone}
        error={errors.timeZone}
      />
      <SubmitButton pending={labels.pending}>{labels.submit}</SubmitButton>
    </ServerForm>
  );
}

function findOne(options: readonly string[], text: string | undefined): string | undefined {
  return options.find((option) => option === text);
}

/** The guess first, because it is the likeliest. */
function startWith(options: Option[], first: string): Option[] {
  return options.toSorted((one, other) => Number(other.value === first) - Number(one.value === first));
}

function asOption(value: string) {
  return { value, label: value };
}
