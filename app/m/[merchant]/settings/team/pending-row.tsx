"use client";

import { FormError } from "@/lib/ui/form/form-error";
import { useForm } from "@/lib/ui/form/use-form";
import { renew, revoke } from "./actions";
import { type SentLabels, SentLink } from "./sent-link";

/** Somebody invited who has not come yet: send it again, get a link to pass on, or take it back. */
export function PendingRow({
  id,
  email,
  text,
  canMail,
  labels,
}: {
  id: string;
  email: string;
  text: string;
  canMail: boolean;
  labels: SentLabels & Record<"again" | "newLink" | "revoke", string>;
}) {
  const renewing = useForm(renew, { values: {}, errors: {} });
  const revoking = useForm(revoke, { values: {}, errors: {} });
  const small = "link touch text-small";
  return (
    <li className="grid gap-2 py-3">
      <span className="grid min-w-0">
        <span className="truncate font-bold">{email}</span>
        <span className="text-small text-muted">{text}</span>
      </span>
      <FormError error={renewing.state.errors.form ?? revoking.state.errors.form} />
      <SentLink sent={renewing.state.extra} labels={labels} />
      <div className="flex flex-wrap gap-x-5">
        <form ref={renewing.form} action={renewing.send} className="flex flex-wrap gap-x-5">
          <input type="hidden" name="id" value={id} />
          <input type="hidden" name="email" value={email} />
          {canMail && (
            <button type="submit" name="by" value="mail" className={small}>
              {labels.again}
            </button>
          )}
          <button type="submit" name="by" value="link" className={small}>
            {labels.newLink}
          </button>
        </form>
        <form ref={revoking.form} action={revoking.send}>
          <input type="hidden" name="id" value={id} />
          <button type="submit" className={small}>
            {labels.revoke}
          </button>
        </form>
      </div>
    </li>
  );
}
