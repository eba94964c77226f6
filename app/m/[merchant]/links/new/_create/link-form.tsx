"use client";

import { type FormEvent, type ReactNode, type RefObject, useEffect, useRef, useState } from "react";
import type { FormState } from "@/lib/core/form-state";
import type { DrawnField, LinkField, LinkFormExtra } from "@/lib/domain/payment-links/schema";
import { type CurrencyCode, isCurrency } from "@/lib/money/currencies";
import { decimalMark, formatMoney } from "@/lib/money/format-money";
import { parseAmount } from "@/lib/money/money";
import { draftAttribute } from "@/lib/ui/form/drafts";
import { FormTrouble } from "@/lib/ui/form/form-trouble";
import type { Unanswered } from "@/lib/ui/form/unanswered";
import { useCorrected } from "@/lib/ui/form/use-corrected";
import type { Trouble } from "@/lib/ui/form/use-trouble";
import { AmountInterpretations } from "@/lib/ui/link-fields/amount-interpretations";
import { CurrencySelect } from "@/lib/ui/link-fields/currency-select";
import { PageLink } from "@/lib/ui/page-link";
import { AmountEntry } from "./amount-entry";
import { CreateBar, type TapBar } from "./create-bar";
import { DescriptionEntry } from "./description-entry";
import { DrawnInputs } from "./drawn-inputs";
import { type PadKey, pressKey } from "./key-press";
import { Keypad } from "./keypad";
import type { LinkLabels } from "./link-labels";
import { NearDuplicate } from "./near-duplicate";
import { useMedia } from "./use-media";
import { linkFormName } from "./use-submitting";

export type LinkState = FormState<LinkField, LinkFormExtra>;

/** The same as the style sheet's `keypad`. */
const padMedia = "(pointer: coarse) and (min-height: 30rem)";

/** The amount first and largest, then the description, then the keypad and one button within the thumb's reach. */
export function LinkForm({
  form,
  trouble,
  troubleLabels,
  locale,
  state,
  drawn,
  usedCurrencies,
  send,
  onSend,
  isPending,
  tap,
  usual,
  labels,
  children,
}: {
  form: RefObject<HTMLFormElement | null>;
  /** Why the last submission had no answer. */
  trouble: Trouble | null;
  troubleLabels: Partial<Record<Unanswered, string>>;
  locale: string;
  state: LinkState;
  drawn: Record<DrawnField, string>;
  /** The merchant's own currency first. Another one is for this link only, and is highlighted. */
  usedCurrencies: readonly CurrencyCode[];
  /** Submits it where no scripts run. */
  send: (formData: FormData) => void;
  onSend: (formData: FormData) => void;
  isPending: boolean;
  tap: TapBar;
  usual: string[];
  labels: LinkLabels;
  /** Between the amount and the description. */
  children?: ReactNode;
}) {
  const { values, errors, extra } = state;
  const { left, hasChanged, onInput } = useCorrected(errors);
  // After something was changed in the fields, the question no longer applies.
  const asked = hasChanged ? undefined : extra;
  const field = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState(values.amount ?? "");
  const [currency, setCurrency] = useState(values.currency ?? "");
  // The first key of the keypad replaces an amount that the form was opened with; later keys add to it.
  const [isOwn, setOwn] = useState(values.amount === "");
  const usesPad = useMedia(padMedia);
  useEffect(() => {
    // Typed before this script ran, or restored by the browser.
    setTyped(field.current?.value ?? "");
    const chosen = form.current?.elements.namedItem("currency");
    if (chosen instanceof HTMLSelectElement) setCurrency(chosen.value);
    if (field.current?.value === "") field.current.focus();
  }, [form]);
  useEffect(() => {
    // Each answer has a new object of errors; there is none before the first answer.
    if (!errors && !trouble) return;
    form.current?.querySelector<HTMLElement>("[aria-invalid=true], [role=alert]")?.focus();
    form.current?.querySelector("[role=alert], [data-question]")?.scrollIntoView({ block: "start" });
  }, [errors, trouble, form]);

  const isRefused = Boolean(trouble || tap.unsent || asked?.nearDuplicate || Object.keys(left).length > 0);

  function type(text: string) {
    setTyped(text);
    setOwn(true);
    if (!field.current || field.current.value === text) return;
    field.current.value = text;
    field.current.dispatchEvent(new InputEvent("input", { bubbles: true }));
  }
  const drawnCurrency = isCurrency(currency) ? currency : null;
  const onKey = (key: PadKey) =>
    type(pressKey(isOwn || key === "back" ? typed : "", key, locale, drawnCurrency ?? "USD"));
  const amount = drawnCurrency && parseAmount(typed, drawnCurrency);

  return (
    <form
      ref={form}
      action={send}
      autoComplete="off"
      onSubmit={(event: FormEvent<HTMLFormElement>) => {
        event.preventDefault();
        const submitter = event.nativeEvent instanceof SubmitEvent ? event.nativeEvent.submitter : null;
        if (!isPending) onSend(new FormData(event.currentTarget, submitter));
      }}
      onInput={onInput}
      data-refused={isRefused && !isPending ? "" : undefined}
      className="grid grid-cols-1 gap-3 lg:gap-5"
      noValidate
      {...{ [draftAttribute]: linkFormName }}
    >
      <FormTrouble trouble={trouble} error={left.form} labels={troubleLabels} />
      {asked?.earlierLink && (
        <PageLink href={asked.earlierLink} className="link touch">
          {labels.seeEarlier}
        </PageLink>
      )}
      {asked?.nearDuplicate && <NearDuplicate text={asked.nearDuplicate.text} />}
      <DrawnInputs {...drawn} />
      <input type="hidden" name="intentId" value={extra?.intentId ?? ""} />
      {values.duplicateOf && !asked?.nearDuplicate && (
        <input type="hidden" name="duplicateOf" value={values.duplicateOf} />
      )}
      {values.corrects && <input type="hidden" name="corrects" value={values.corrects} />}
      {children}
      <AmountInterpretations
        legend={labels.interpretations}
        interpretations={extra?.interpretations ?? []}
        currency={values.currency}
        chosen={values.interpretation}
        locale={locale}
      />
      <div className="till">
        <div className="grid grid-cols-[minmax(0,1fr)_auto] items-start gap-3 max-lg:my-auto compact:[&_label]:sr-only">
          <AmountEntry
            field={field}
            label={labels.amount}
            error={left.amount}
            value={values.amount ?? ""}
            typed={typed}
            currency={currency}
            locale={locale}
            usesPad={usesPad}
            onType={type}
          />
          <CurrencySelect
            label={labels.currency}
            list={{ locale, used: usedCurrencies }}
            selected={values.currency}
            error={left.currency}
            className={`input h-20 pl-3 font-bold compact:h-14 squat:h-12 ${currency === usedCurrencies[0] ? "" : "border-2 border-caution"}`}
            onChoose={setCurrency}
          />
        </div>
        <DescriptionEntry
          value={values.description ?? ""}
          usual={usual}
          error={left.description}
          labels={labels}
          expiry={{ expiry: values.expiry ?? "", expiryDay: values.expiryDay ?? "", error: left.expiryDay }}
        />
        <Keypad mark={decimalMark(locale)} labels={labels} onKey={onKey} onClear={() => type("")} />
        <CreateBar
          tap={tap}
          nearDuplicate={asked?.nearDuplicate}
          amount={drawnCurrency && amount?.ok ? formatMoney(amount.value, drawnCurrency, locale) : null}
          isPending={isPending}
          labels={labels}
        />
      </div>
    </form>
  );
}
