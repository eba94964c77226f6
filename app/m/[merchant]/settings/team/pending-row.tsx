"use client";

import { ServerForm } from "@/lib/ui/form/server-form";
import { useForm } from "@/lib/ui/form/use-form";
import { renew, revoke } from "./actions";
import { type SentLabels, SentLink } from "./sent-link";

/** A pending invitation: send it again, get a link to pass on, or revoke it. */
export function PendingRow({
  id,
  version,
  email,
  text,
  canMail,
  labels,
}: {
  id: string;
  /** Changes when the invitation is sent again. */
  version: string;
  email: string;
  text: string;
  canMail: boolean;
  labels: SentLabels & Record<"again" | "newLink" | "revoke", string>;
}) {
  const renewing = useForm(renew, { values: {}, errors: {} }, `renew-${id}`);
  const revoking = useForm(revoke, { values: {}, errors: {} }, `revoke-${id}`);
  const small = "link touch text-small";
  return (
    <li className="grid gap-2 py-3">
      <span className="grid min-w-0">
        <span className="truncate font-bold">{email}</span>
        <span className="text-small text-muted">{text}</span>
      </span>
      <SentLink sent={renewing.state.extra} labels={labels} />
      <div className="flex flex-wrap gap-x-5">
        <ServerForm sent={renewing} className="flex flex-wrap gap-x-5">
          <input type="hidden" name="id" value={id} />
          <input type="hidden" name="drawn" value={version} />
          <input type="hidden" name="email" value={email} />
          {canMail && (
            <button type="submit" name="by" value="mail" className={small}>
              {labels.again}
            </button>
          )}
          <button type="submit" name="by" value="link" className={small}>
            {labels.newLink}
          </button>
        </ServerForm>
        <ServerForm sent={revoking}>
          <input type="hidden" name="id" value={id} />
          <input type="hidden" name="drawn" value={version} />
          <button type="submit" className={small}>
            {labels.revoke}
          </button>
        </ServerForm>
      </div>
    </li>
  );
}
