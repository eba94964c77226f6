"use client";

import { type FormEvent, useEffect, useRef, useState } from "react";
import { AmountEntry } from "@/app/m/[merchant]/links/new/_create/amount-entry";
import { CreateButton } from "@/app/m/[merchant]/links/new/_create/create-button";
import { DescriptionEntry } from "@/app/m/[merchant]/links/new/_create/description-entry";
import { type PadKey, pressKey } from "@/app/m/[merchant]/links/new/_create/key-press";
import { Keypad } from "@/app/m/[merchant]/links/new/_create/keypad";
import { usePad } from "@/app/m/[merchant]/links/new/_create/use-pad";
import { isolateReversed } from "@/lib/core/isolate";
import { readExpiry } from "@/lib/core/link-expiry";
import { amountInterpretations, parseNewLink } from "@/lib/domain/payment-links/new-link/schema";
import { isCurrency } from "@/lib/money/currencies";
import { decimalMark, formatMoney } from "@/lib/money/format-money";
import { parseAmount } from "@/lib/money/money";
import { AmountInterpretations } from "@/lib/ui/link-fields/amount-interpretations";
import { CurrencySelect } from "@/lib/ui/link-fields/currency-select";
import { type DraftFields, type OfflineDraft, readFields } from "@/lib/ui/offline/drafts";
import { type LastSeen, nowFor } from "@/lib/ui/offline/last-seen";
import type { ShellLabels } from "./shell-labels";

type Errors = Partial<Record<"amount" | "currency" | "description" | "expiryDay", string>>;

/** The till of the create page, whose button keeps a draft in place of sending it. */
export function DraftForm({
  seen,
  locale,
  labels,
  note,
  fields: begun,
  submit,
  onDraft,
}: {
  seen: LastSeen;
  locale: string;
  labels: ShellLabels;
  note: string | null;
  /** What the form begins with. */
  fields: DraftFields;
  submit: string;
  onDraft: (made: Pick<OfflineDraft, "fields" | "link">) => Promise<void>;
}) {
  const field = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState(begun.amount);
  const [currency, setCurrency] = useState(begun.currency);
  const [asked, setAsked] = useState<{ fields: DraftFields; errors: Errors } | null>(null);
  const [isUnstored, setUnstored] = useState(false);
  const usesPad = usePad();
  useEffect(() => field.current?.focus(), []);
  const values = asked?.fields ?? begun;
  const errors: Errors = asked?.errors ?? {};

  function type(text: string): void {
    setTyped(text);
    if (field.current && field.current.value !== text) field.current.value = text;
  }
  async function keep(event: FormEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault();
    const form = event.currentTarget;
    const fields = readFields(new FormData(form));
    const link = parseNewLink(fields);
    const expiry = readExpiry(fields, { timeZone: seen.merchant.timeZone, now: new Date(nowFor(seen)) });
    if (link.ok && expiry.ok) {
      return onDraft({ fields, link: link.value }).catch(() => setUnstored(true));
    }
    const found = {
      ...(!link.ok && link.issues),
      ...(!expiry.ok && { expiryDay: expiry.code }),
    };
    const sentences = Object.entries(found).map(([name, code]) => [name, labels.issues[code]]);
    setAsked({ fields, errors: Object.fromEntries(sentences) });
    requestAnimationFrame(() => form.querySelector<HTMLElement>("[aria-invalid=true]")?.focus());
  }
  const named = isCurrency(currency) ? currency : null;
  const shown = named ?? "USD";
  const amount = parseAmount(typed, shown);
  const merchant = isolateReversed(seen.merchant.name);
  return (
    <form onSubmit={keep} autoComplete="off" className="grid grid-cols-1 gap-3 lg:gap-5" noValidate>
      <p role="status" className="text-small font-bold empty:hidden">
        {note}
      </p>
      {isUnstored && (
        <p role="alert" className="text-small font-bold text-danger">
          {labels.create.unstoredDraft}
        </p>
      )}
      <AmountInterpretations
        legend={labels.create.interpretations}
        interpretations={asked ? amountInterpretations(asked.fields) : []}
        currency={values.currency}
        chosen={values.interpretation}
        locale={locale}
      />
      <div className="till">
        <div className="till-amount">
          <AmountEntry
            {...{ field, typed, amount, locale, usesPad }}
            currency={shown}
            label={labels.create.amount}
            error={errors.amount}
            value={values.amount}
            onType={type}
          />
          <CurrencySelect
            label={labels.create.currency}
            list={{ locale, used: seen.usedCurrencies }}
            selected={values.currency}
            error={errors.currency}
            className="input till-currency"
            onChoose={setCurrency}
          />
        </div>
        <DescriptionEntry
          value={values.description}
          usual={[]}
          error={errors.description}
          labels={labels.create}
          expiry={{ expiry: values.expiry, expiryDay: values.expiryDay, error: errors.expiryDay }}
        />
        <Keypad
          mark={decimalMark(locale)}
          labels={labels.create}
          onKey={(key: PadKey) => type(pressKey(typed, key, locale, (text) => parseAmount(text, shown)))}
          onClear={() => type("")}
        />
        <CreateButton
          amount={named && amount.ok ? formatMoney(amount.value, named, locale) : null}
          merchant={labels.create.forMerchant.replace("%merchant%", () => merchant)}
          isPending={false}
          labels={{ submit, pending: submit }}
        />
      </div>
    </form>
  );
}
