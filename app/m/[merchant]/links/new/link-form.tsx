"use client";

import Link from "next/link";
import { type FormEvent, useEffect } from "react";
import { createLink } from "@/app/m/[merchant]/links/new/actions";
import type { FormState } from "@/lib/form-state";
import type { LinkField, LinkFormExtra } from "@/lib/payment-links/schema";
import { Field } from "@/lib/ui/form/field";
import { FormError } from "@/lib/ui/form/form-error";
import { SubmitButton } from "@/lib/ui/form/submit-button";
import { useForm } from "@/lib/ui/form/use-form";
import { AmountReadings } from "@/lib/ui/link-fields/amount-readings";
import { CurrencySelect } from "@/lib/ui/link-fields/currency-select";

type Words = Record<
  | "amount"
  | "currency"
  | "description"
  | "placeholder"
  | "readings"
  | "submit"
  | "pending"
  | "slow"
  | "seeEarlier"
  | "useEarlier"
  | "createAnyway",
  string
>;

/** Amount first and largest, then what it is for, then one button within the thumb's reach. */
export function LinkForm({
  locale,
  initial,
  words,
}: {
  locale: string;
  initial: FormState<LinkField, LinkFormExtra>;
  words: Words;
}) {
  const { state, send, form } = useForm(createLink, initial);
  const { values, errors, extra } = state;
  useEffect(() => {
    const amount = form.current?.querySelector<HTMLInputElement>("#amount");
    if (amount?.value === "") amount.focus();
  }, [form]);
  return (
    <form
      ref={form}
      action={send}
      className="flex flex-col gap-5 max-lg:min-h-[calc(100dvh-15rem)]"
      noValidate
    >
      <FormError error={errors.form} />
      {extra?.earlierLink && (
        <Link href={extra.earlierLink} className="link touch">
          {words.seeEarlier}
        </Link>
      )}
      {extra?.nearDuplicate && (
        <NearDuplicate
          path={extra.nearDuplicate.path}
          text={extra.nearDuplicate.text}
          open={words.useEarlier}
        />
      )}
      <input type="hidden" name="intentId" value={extra?.intentId ?? ""} />
      {values.besides && !extra?.nearDuplicate && (
        <input type="hidden" name="besides" value={values.besides} />
      )}
      <div className="grid grid-cols-[1fr_auto] items-start gap-3">
        <Field name="amount" label={words.amount} error={errors.amount}>
          {(control) => (
            <input
              {...control}
              inputMode="decimal"
              autoComplete="off"
              enterKeyHint="next"
              placeholder={placeholderAmount(locale)}
              defaultValue={values.amount ?? ""}
              onInput={shrinkLongAmount}
              className="input h-20 text-hero font-bold tabular-nums tracking-tight data-[length=long]:text-title data-[length=wide]:text-[2rem]"
            />
          )}
        </Field>
        <CurrencySelect label={words.currency} selected={values.currency} error={errors.currency} />
      </div>
      <AmountReadings
        legend={words.readings}
        readings={extra?.readings ?? []}
        currency={values.currency ?? ""}
        locale={locale}
      />
      <Field name="description" label={words.description} error={errors.description}>
        {(control) => (
          <input
            {...control}
            autoComplete="off"
            enterKeyHint="done"
            dir="auto"
            placeholder={words.placeholder}
            defaultValue={values.description ?? ""}
            className="input"
          />
        )}
      </Field>
      <div className="sticky bottom-[calc(4.5rem+env(safe-area-inset-bottom))] mt-auto grid gap-2 bg-paper py-2 short:bottom-0 lg:static lg:mt-0">
        <SubmitButton pending={words.pending} slow={words.slow}>
          {words.submit}
        </SubmitButton>
        {/* After the button that asks, so that Enter asks again rather than creating without a look. */}
        {extra?.nearDuplicate && (
          <button
            type="submit"
            name="besides"
            value={extra.nearDuplicate.id}
            className="button button-quiet w-full"
          >
            {words.createAnyway}
          </button>
        )}
      </div>
    </form>
  );
}

/** Who made the same link just now, and the way to it. */
function NearDuplicate({ path, text, open }: { path: string | null; text: string; open: string }) {
  return (
    <div role="alert" tabIndex={-1} className="grid gap-3 rounded-box border-2 border-caution bg-surface p-4">
      <p className="font-bold">{text}</p>
      {path && (
        <Link href={path} className="button button-primary">
          {open}
        </Link>
      )}
    </div>
  );
}

/** Zero as this person's country writes it: 0.00 or 0,00. */
function placeholderAmount(locale: string): string {
  return new Intl.NumberFormat(locale, { minimumFractionDigits: 2 }).format(0);
}

function shrinkLongAmount({ currentTarget }: FormEvent<HTMLInputElement>): void {
  const { length } = currentTarget.value;
  currentTarget.dataset.length = length > 12 ? "long" : length > 8 ? "wide" : "short";
}
