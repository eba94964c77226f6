"use client";

import { type FormEvent, useActionState, useRef, useState } from "react";
import type { NumberFormExtra } from "@/app/m/[merchant]/links/[linkId]/actions";
import type { FormState } from "@/lib/core/form-state";
import { smsAddress, whatsappAddress } from "@/lib/core/share-addresses";
import { Field } from "@/lib/ui/form/field";
import { FormError } from "@/lib/ui/form/form-error";
import type { FormAction } from "@/lib/ui/form/use-form";
import { Icon } from "@/lib/ui/icon";
import { ShareAnchor } from "./share-anchor";
import { useTrackShare } from "./use-track-share";

type NumberField = "linkId" | "number" | "by";

export type NumberLabels = Record<"label" | "hint" | "whatsapp" | "sms", string> & {
  /** By the codes of `lib/core/phone.ts`, and `unexpected`. */
  errors: Record<string, string>;
};

/** A message to one customer's number, which is given to WhatsApp or the phone's messages and to nobody else. */
export function ShareNumber({
  action,
  path,
  linkId,
  text,
  country,
  labels,
}: {
  action: FormAction<NumberField, NumberFormExtra>;
  path: string;
  linkId: string;
  text: string;
  /** The country that is assumed when the number has no country code. */
  country: string | null;
  labels: NumberLabels;
}) {
  // Used only where no scripts run.
  const [state, send] = useActionState<FormState<NumberField, NumberFormExtra>, FormData>(action, {
    values: {},
    errors: {},
  });
  const form = useRef<HTMLFormElement>(null);
  const [error, setError] = useState<string>();
  const track = useTrackShare(path);
  const plans = usePlans();

  async function open(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const { by, number } = getFields(event);
    const phone = await plans().then(
      ({ parsePhone }) => parsePhone(number, country),
      () => ({ ok: false, code: "unexpected" }) as const,
    );
    setError(phone.ok ? undefined : labels.errors[phone.code]);
    if (!phone.ok) return form.current?.querySelector<HTMLElement>("[type=tel]")?.focus();
    if (by === "sms") window.location.assign(smsAddress(text, phone.value));
    else window.open(whatsappAddress(text, phone.value), "_blank", "noreferrer");
    track(by);
  }

  const { extra } = state;
  return (
    <form ref={form} action={send} onSubmit={open} noValidate className="grid gap-3">
      <FormError error={state.errors.form} />
      <input type="hidden" name="linkId" value={linkId} />
      <Field name="number" label={labels.label} hint={labels.hint} error={error ?? state.errors.number}>
        {(control) => (
          <input
            {...control}
            type="tel"
            autoComplete="off"
            onFocus={() => void plans().catch(() => {})}
            defaultValue={state.values.number ?? ""}
            className="input"
          />
        )}
      </Field>
      {extra && (
        <ShareAnchor path={path} channel={extra.by} href={extra.href} className="button button-primary">
          {extra.label}
        </ShareAnchor>
      )}
      <div className="grid grid-cols-2 gap-2">
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

/** The numbering plans are large, so they are loaded only when somebody is about to type a number. */
function usePlans() {
  const fetched = useRef<Promise<typeof import("@/lib/core/phone")>>(undefined);
  return () => {
    fetched.current ??= import("@/lib/core/phone").catch((error: unknown) => {
      fetched.current = undefined;
      throw error;
    });
    return fetched.current;
  };
}

function getFields({ currentTarget, nativeEvent }: FormEvent<HTMLFormElement>) {
  const submitter = nativeEvent instanceof SubmitEvent ? nativeEvent.submitter : null;
  const by = submitter?.getAttribute("value") === "sms" ? ("sms" as const) : ("whatsapp" as const);
  return { by, number: String(new FormData(currentTarget).get("number") ?? "") };
}
