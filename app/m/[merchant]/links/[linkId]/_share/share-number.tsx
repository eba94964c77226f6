"use client";

import { type FormEvent, useRef, useState } from "react";
import type { NumberFormExtra } from "@/app/m/[merchant]/links/[linkId]/actions";
import type { Phone } from "@/lib/core/phone";
import type { Result } from "@/lib/core/result";
import { smsAddress, whatsappAddress } from "@/lib/core/share-addresses";
import { Field } from "@/lib/ui/form/field";
import { FormTrouble } from "@/lib/ui/form/form-trouble";
import { unansweredSentences } from "@/lib/ui/form/unanswered-sentences";
import type { FormAction } from "@/lib/ui/form/use-form";
import { Icon } from "@/lib/ui/icon";
import { useSaid } from "@/lib/ui/use-said";
import { ShareAnchor } from "./share-anchor";
import { usePlans } from "./use-plans";
import { type NumberField, useStoredNumber } from "./use-stored-number";
import { useTrackShare } from "./use-track-share";

export type NumberLabels = Record<
  "label" | "hint" | "keep" | "whatsapp" | "sms" | "openWhatsapp" | "openSms" | "whatsappOpened" | "smsAsked",
  string
>;

/**
 * Sends a message to one customer's number, which is stored only when the person asks for it. The program opens during the press itself, because
 * browsers block what opens later. If that is not possible, the form shows a link to press.
 */
export function ShareNumber({
  action,
  path,
  linkId,
  text,
  number: known,
  mayKeep,
  country,
  labels,
}: {
  action: FormAction<NumberField, NumberFormExtra>;
  path: string;
  linkId: string;
  text: string;
  /** The number that is filled in; empty when none is known. */
  number: string;
  mayKeep: boolean;
  /** The country that is assumed when the number has no country code. */
  country: string | null;
  labels: NumberLabels;
}) {
  const { state, send, store, trouble } = useStoredNumber(action);
  const form = useRef<HTMLFormElement>(null);
  const [error, setError] = useState<string>();
  const [toPress, setToPress] = useState<NumberFormExtra | null>(null);
  // Then the answer that the number is stored brings no second link to press.
  const [hasOpened, setOpened] = useState(false);
  const { said, say } = useSaid();
  const track = useTrackShare(path);
  const plans = usePlans();

  function press(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const { by, number, formData } = getFields(event);
    setToPress(null);
    const keep = () => {
      if (formData.has("keep")) store(formData);
    };
    if (plans.loaded.current) return open(by, plans.loaded.current.readTypedNumber(number, country), keep);
    void plans.load().then(
      ({ readTypedNumber }) => {
        const read = readTypedNumber(number, country);
        if (!read.ok) return refuse(read.sentence);
        keep();
        setToPress(toExtra(by, read.value));
      },
      () => refuse(unansweredSentences().unexpected),
    );
  }

  function open(
    by: NumberFormExtra["by"],
    phone: Result<Phone, { code: string; sentence: string }>,
    keep: () => void,
  ) {
    if (!phone.ok) return refuse(phone.sentence);
    setError(undefined);
    const extra = toExtra(by, phone.value);
    if (by === "sms") window.location.assign(extra.href);
    else if (!openTab(extra.href)) {
      keep();
      return setToPress(extra);
    }
    setOpened(true);
    keep();
    track(by);
    say(by === "sms" ? labels.smsAsked : labels.whatsappOpened);
  }

  function refuse(sentence: string | undefined) {
    setError(sentence);
    form.current?.querySelector<HTMLElement>("[type=tel]")?.focus();
  }

  function toExtra(by: NumberFormExtra["by"], phone: Phone): NumberFormExtra {
    const sentence = by === "sms" ? labels.openSms : labels.openWhatsapp;
    const href = by === "sms" ? smsAddress(text, phone) : whatsappAddress(text, phone);
    return { by, href, label: sentence.replace("{number}", phone.shown) };
  }

  const extra = toPress ?? (hasOpened ? undefined : state.extra);
  return (
    <form
      ref={form}
      action={send}
      onSubmit={press}
      onInput={() => {
        // The error was about another number.
        setError(undefined);
        setToPress(null);
      }}
      noValidate
      className="grid gap-3"
    >
      <FormTrouble trouble={trouble} error={state.errors.form} />
      <input type="hidden" name="linkId" value={linkId} />
      <Field name="number" label={labels.label} hint={labels.hint} error={error ?? state.errors.number}>
        {(control) => (
          <input
            {...control}
            type="tel"
            autoComplete="off"
            onFocus={() => void plans.load().catch(() => {})}
            onInput={() => setToPress(null)}
            defaultValue={state.values.number ?? known}
            className="input"
          />
        )}
      </Field>
      {extra && (
        <ShareAnchor
          key={extra.href}
          path={path}
          channel={extra.by}
          href={extra.href}
          label={extra.label}
          opened={extra.by === "sms" ? labels.smsAsked : labels.whatsappOpened}
          className="button button-primary"
        />
      )}
      {mayKeep && (
        <label className="flex min-h-11 items-center gap-3 text-small">
          <input type="checkbox" name="keep" value="on" className="size-5 shrink-0 accent-accent" />
          {labels.keep}
        </label>
      )}
      <div className="grid grid-cols-2 gap-2">
        <p role="status" className="col-span-full text-small font-bold empty:hidden">
          {said}
        </p>
        <button type="submit" name="by" value="whatsapp" className="button button-quiet">
          <Icon name="chat" />
          {labels.whatsapp}
        </button>
        <button type="submit" name="by" value="sms" className="button button-quiet">
          <Icon name="message" />
          {labels.sms}
        </button>
      </div>
    </form>
  );
}

/** Answers whether the browser opened it. The new page cannot reach this one, and does not learn its address. */
function openTab(href: string): boolean {
  const opened = window.open(href, "_blank");
  if (opened) opened.opener = null;
  return opened !== null;
}

function getFields({ currentTarget, nativeEvent }: FormEvent<HTMLFormElement>) {
  const submitter = nativeEvent instanceof SubmitEvent ? nativeEvent.submitter : null;
  const by = submitter?.getAttribute("value") === "sms" ? ("sms" as const) : ("whatsapp" as const);
  const formData = new FormData(currentTarget);
  formData.set("by", by);
  return { by, number: String(formData.get("number") ?? ""), formData };
}
