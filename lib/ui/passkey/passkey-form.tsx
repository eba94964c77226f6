"use client";

import { type FormEvent, type ReactNode, useEffect, useState } from "react";
import { FormError } from "@/lib/ui/form/form-error";
import { ServerForm } from "@/lib/ui/form/server-form";
import { SubmitButton } from "@/lib/ui/form/submit-button";
import { type FormAction, useForm } from "@/lib/ui/form/use-form";
import type { Ceremony } from "@/lib/ui/passkey/ceremony";

export type PasskeyLabels = Record<"submit" | "pending" | "failed", string>;

/**
 * A form whose button asks the device for a passkey, or to create one, and sends the answer. It is not there in
 * browsers that have no passkeys, or run no scripts.
 */
export function PasskeyForm({
  action,
  name,
  ceremony,
  origin,
  optionsPath,
  labels,
  className = "button-quiet",
  isSuggested = false,
  above,
  children,
}: {
  action: FormAction<string, undefined>;
  /** Identifies the form on its page. */
  name: string;
  ceremony: Ceremony;
  /** The portal's address; at any other, its passkeys do not work. */
  origin: string;
  optionsPath: string;
  labels: PasskeyLabels;
  className?: string;
  /** Whether the browser also suggests passkeys in the field for the email address. */
  isSuggested?: boolean;
  above?: ReactNode;
  /** After the button. */
  children?: ReactNode;
}) {
  const sent = useForm(action, { values: {}, errors: {} }, name);
  const [credential, setCredential] = useState("");
  const [isAsking, setAsking] = useState(false);
  const [hasFailed, setFailed] = useState(false);
  const [isPossible, setPossible] = useState(true);
  const { form } = sent;

  useEffect(() => setPossible(hasPasskeys(origin)), [origin]);
  useEffect(() => {
    if (!isSuggested || !hasPasskeys(origin)) return;
    const begun = import("@/lib/ui/passkey/suggest-passkeys")
      .then(({ suggestPasskeys }) => suggestPasskeys(optionsPath, setCredential))
      // Without it there is still the button.
      .catch(() => () => {});
    return () => void begun.then((end) => end());
  }, [isSuggested, origin, optionsPath]);
  useEffect(() => {
    if (credential === "") return;
    // The hidden field holds it now.
    form.current?.requestSubmit();
    setCredential("");
  }, [credential, form]);

  async function ask() {
    setAsking(true);
    setFailed(false);
    try {
      const { askOrLead } = await import("@/lib/ui/passkey/ceremony");
      setCredential(await askOrLead(ceremony, optionsPath));
    } catch {
      setFailed(true);
    }
    setAsking(false);
  }

  function check(event: FormEvent) {
    if (credential !== "") return;
    event.preventDefault();
    if (!isAsking) void ask();
  }

  if (!isPossible) return null;
  return (
    <div className="noscript:hidden">
      <ServerForm sent={sent} check={check} className="grid gap-4">
        {hasFailed && <FormError error={labels.failed} />}
        {above}
        <input type="hidden" name="credential" value={credential} />
        <SubmitButton pending={labels.pending} className={className}>
          {isAsking ? labels.pending : labels.submit}
        </SubmitButton>
        {children}
      </ServerForm>
    </div>
  );
}

/** Whether this browser, at this address, has passkeys. */
function hasPasskeys(origin: string): boolean {
  return "PublicKeyCredential" in window && window.location.origin === origin;
}
