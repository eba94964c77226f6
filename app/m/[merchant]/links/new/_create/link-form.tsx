"use client";

import { type FormEvent, type ReactNode, type RefObject, useEffect, useRef, useState } from "react";
import type { DrawnField } from "@/lib/domain/payment-links/schema";
import type { CurrencyCode } from "@/lib/money/currencies";
import { decimalMark, formatMoney } from "@/lib/money/format-money";
import type { Amount } from "@/lib/money/money";
import { readPlainAmount } from "@/lib/money/plain-amount";
import { draftAttribute } from "@/lib/ui/form/drafts";
import { FormTrouble } from "@/lib/ui/form/form-trouble";
import type { Unanswered } from "@/lib/ui/form/unanswered";
import { isTyping, useAnswerFocus } from "@/lib/ui/form/use-answer-focus";
import { useCorrected } from "@/lib/ui/form/use-corrected";
import type { Trouble } from "@/lib/ui/form/use-trouble";
import { CurrencyField } from "@/lib/ui/link-fields/currency-field";
import { PageLink } from "@/lib/ui/page-link";
import { AmountEntry } from "./amount-entry";
import { CreateBar, type TapBar } from "./create-bar";
import { DescriptionEntry } from "./description-entry";
import { DrawnInputs } from "./drawn-inputs";
import type { LinkState } from "./form-state";
import { type PadKey, pressKey } from "./key-press";
import { Keypad } from "./keypad";
import { Later } from "./later";
import { linkFormName } from "./link-form-name";
import type { LinkLabels } from "./link-labels";
import { isCode, useCurrencies } from "./use-currencies";
import { findLater, loadLater } from "./use-later";
import { usePad } from "./use-pad";

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
  const duplicate = asked?.nearDuplicate;
  const field = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState(values.amount ?? "");
  const [currency, setCurrency] = useState(values.currency ?? "");
  // The first key of the keypad replaces an amount that the form was opened with; later keys add to it.
  const [isOwn, setOwn] = useState(values.amount === "");
  const currencies = useCurrencies(locale, usedCurrencies, values.currency);
  const usesPad = usePad();
  useEffect(() => {
    // Typed before this script ran, or restored by the browser.
    setTyped(field.current?.value ?? "");
    const chosen = form.current?.elements.namedItem("currency");
    if (chosen instanceof HTMLSelectElement) setCurrency(chosen.value);
    if (field.current?.value === "" && !isTyping()) field.current.focus();
  }, [form]);
  // Each answer has a new object of errors; there is none before the first answer.
  useAnswerFocus(form, errors, { scroll: true });
  useAnswerFocus(form, trouble, { scroll: true });

  const isRefused = Boolean(trouble || tap.unsent || duplicate || Object.keys(left).length > 0);

  function type(text: string) {
    setTyped(text);
    setOwn(true);
    if (!field.current || field.current.value === text) return;
    field.current.value = text;
    field.current.dispatchEvent(new InputEvent("input", { bubbles: true }));
  }
  const drawnCurrency = isCode(currency) ? currency : null;
  const shownCurrency = drawnCurrency ?? "USD";
  const read = (text: string): Amount | null =>
    readPlainAmount(text) ?? findLater()?.parseAmount(text, shownCurrency) ?? null;
  const amount = read(typed);
  function onKey(key: PadKey) {
    const press = (text: string) => type(pressKey(text, key, locale, read));
    // What the field has, and not what was drawn last: before this script ran, others typed into it.
    const { value: shown = "", defaultValue } = field.current ?? {};
    const text = isOwn || key === "back" || shown !== defaultValue ? shown : "";
    if (findLater() || read(text) || key === "back") press(text);
    // What was pasted in another style can be read in a moment.
    else void loadLater().then(() => press(field.current?.value ?? ""));
  }

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
      {duplicate && <Later>{({ NearDuplicate }) => <NearDuplicate text={duplicate.text} />}</Later>}
      <DrawnInputs {...drawn} />
      <input type="hidden" name="intentId" value={extra?.intentId ?? ""} />
      {values.duplicateOf && !duplicate && (
        <input type="hidden" name="duplicateOf" value={values.duplicateOf} />
      )}
      {values.corrects && <input type="hidden" name="corrects" value={values.corrects} />}
      {children}
      {extra && extra.interpretations.length > 0 && (
        <Later>
          {({ AmountInterpretations }) => (
            <AmountInterpretations
              legend={labels.interpretations}
              interpretations={extra.interpretations}
              currency={values.currency}
              chosen={values.interpretation}
              locale={locale}
            />
          )}
        </Later>
      )}
      <div className="till">
        <div className="till-amount">
          <AmountEntry
            field={field}
            label={labels.amount}
            error={left.amount}
            value={values.amount ?? ""}
            typed={typed}
            amount={amount}
            currency={shownCurrency}
            locale={locale}
            usesPad={usesPad}
            onType={type}
          />
          <CurrencyField
            label={labels.currency}
            options={currencies.options}
            selected={values.currency}
            error={left.currency}
            className={`input till-currency ${currency === usedCurrencies[0] ? "" : "border-2 border-caution"}`}
            onOpen={currencies.open}
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
          nearDuplicate={duplicate}
          amount={drawnCurrency && amount?.ok ? formatMoney(amount.value, drawnCurrency, locale) : null}
          isPending={isPending}
          labels={labels}
        />
      </div>
    </form>
  );
}
