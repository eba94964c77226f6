"use client";

import { type RefObject, useState } from "react";
import { deleteDraft, draftKey } from "@/lib/ui/form/drafts";
import { keepFromForm } from "./keep-from-form";
import { linkFormName } from "./link-form-name";

/**
 * Where a new link found no connection: one tap keeps it as a draft, with the intent that it was sent with. Its script
 * is asked for as soon as the page's own runs, because it is needed when nothing can be loaded any more.
 */
export function KeepDraft({
  form,
  person,
  onKept,
  labels,
}: {
  form: RefObject<HTMLFormElement | null>;
  /** The opaque name of whoever the draft belongs to. */
  person: string;
  /** It is kept, and this page goes on with a new form. */
  onKept: () => void;
  labels: Record<"keepDraft" | "incompleteDraft" | "unstoredDraft", string>;
}) {
  const [fault, setFault] = useState<"incompleteDraft" | "unstoredDraft" | null>(null);
  async function keep(): Promise<void> {
    if (!form.current) return;
    // A browser may have no room, or keep nothing in a private window.
    const isKept = await keepFromForm(form.current, person).catch(() => null);
    if (!isKept) return setFault(isKept === null ? "unstoredDraft" : "incompleteDraft");
    const { pathname } = window.location;
    deleteDraft(draftKey(pathname, linkFormName));
    // With a service worker there is a document that has the draft in it, whether there is a network or not.
    if (navigator.serviceWorker?.controller) window.location.assign(pathname);
    else onKept();
  }
  return (
    <div className="grid gap-1">
      <button type="button" onClick={() => void keep()} className="button button-quiet">
        {labels.keepDraft}
      </button>
      {fault && (
        <p role="alert" className="text-small font-bold text-danger">
          {labels[fault]}
        </p>
      )}
    </div>
  );
}
