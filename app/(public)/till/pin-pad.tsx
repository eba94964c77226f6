"use client";

import { useEffect, useRef } from "react";
import { Field } from "@/lib/ui/form/field";
import { ServerForm } from "@/lib/ui/form/server-form";
import { SubmitButton } from "@/lib/ui/form/submit-button";
import { useForm } from "@/lib/ui/form/use-form";
import { Icon } from "@/lib/ui/icon";
import { unlock } from "./actions";

const keys = ["1", "2", "3", "4", "5", "6", "7", "8", "9", "", "0", "back"] as const;

/** The form for a PIN. With scripts it has keys like those for amounts; without, the phone's own keyboard is used. */
export function PinPad({
  person,
  labels,
}: {
  person: string;
  labels: Record<"pin" | "keypad" | "back" | "submit" | "pending", string>;
}) {
  const form = useForm(unlock, { values: {}, errors: {} }, "unlock");
  const { errors } = form.state;
  const field = useRef<HTMLInputElement>(null);
  // A keyboard would cover the keys.
  useEffect(() => {
    const { current: input } = field;
    if (input && matchMedia("(pointer: coarse)").matches) input.inputMode = "none";
    input?.focus();
  }, []);
  function press(key: (typeof keys)[number]) {
    const { current: input } = field;
    if (!input) return;
    const typed = input.value;
    input.value = key === "back" ? typed.slice(0, -1) : (typed + key).slice(0, input.maxLength);
  }
  return (
    <ServerForm sent={form} className="grid gap-4">
      <input type="hidden" name="person" value={person} />
      <Field name="pin" label={labels.pin} error={errors.pin}>
        {(control) => (
          <input
            {...control}
            ref={field}
            type="password"
            inputMode="numeric"
            autoComplete="off"
            maxLength={8}
            className="input text-center text-title tracking-[0.4em]"
          />
        )}
      </Field>
      <fieldset className="hidden [@media(scripting:enabled)]:block">
        <legend className="sr-only">{labels.keypad}</legend>
        <div className="grid touch-manipulation grid-cols-3 gap-2 select-none">
          {keys.map((key) =>
            key === "" ? (
              <span key={key} />
            ) : (
              <button
                key={key}
                type="button"
                translate="no"
                tabIndex={-1}
                aria-label={key === "back" ? labels.back : undefined}
                onClick={() => press(key)}
                className="grid min-h-14 place-items-center rounded-box bg-sunken text-title font-bold tabular-nums active:bg-line"
              >
                {key === "back" ? <Icon name="backspace" /> : key}
              </button>
            ),
          )}
        </div>
      </fieldset>
      <SubmitButton pending={labels.pending}>{labels.submit}</SubmitButton>
    </ServerForm>
  );
}
