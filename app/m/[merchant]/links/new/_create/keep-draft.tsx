"use client";

import { type RefObject, useEffect, useState } from "react";
import { deleteDraft, draftKey } from "@/lib/ui/form/drafts";
import { linkFormName } from "./use-submitting";

type Keep = (form: HTMLFormElement) => Promise<boolean>;

/** Loaded ahead, because it is needed when nothing can be loaded any more. */
const loadAfterMs = 2_000;

/**
 * Where a new link found no connection: one tap keeps it as a draft, with the intent that it was sent with. Not offered
 * where the browser stores nothing for times without a network, and for a link that replaces another one.
 */
export function KeepDraft({
  form,
  isOffered,
  labels,
}: {
  form: RefObject<HTMLFormElement | null>;
  isOffered: boolean;
  labels: Record<"keepDraft" | "incompleteDraft", string>;
}) {
  const [loaded, setLoaded] = useState<{ keep: Keep; canKeep: () => Promise<boolean> } | null>(null);
  const [canKeep, setCanKeep] = useState(false);
  const [isIncomplete, setIncomplete] = useState(false);
  useEffect(() => {
    const timer = setTimeout(async () => {
      const { canKeepDraft, keepFromForm } = await import("./keep-from-form");
      setLoaded({ keep: keepFromForm, canKeep: canKeepDraft });
    }, loadAfterMs);
    return () => clearTimeout(timer);
  }, []);
  useEffect(() => {
    if (isOffered) void loaded?.canKeep().then(setCanKeep);
  }, [isOffered, loaded]);
  if (!isOffered || !loaded || !canKeep) return null;
  async function keep(): Promise<void> {
    if (!form.current || !(await loaded?.keep(form.current))) return setIncomplete(true);
    const { pathname } = window.location;
    deleteDraft(draftKey(pathname, linkFormName));
    // A new document: without a network the service worker answers it, and otherwise the portal with a new form.
    window.location.assign(pathname);
  }
  return (
    <div className="grid gap-1">
      <button type="button" onClick={() => void keep()} className="button button-quiet">
        {labels.keepDraft}
      </button>
      <p role="alert" className="text-small font-bold text-danger empty:hidden">
        {isIncomplete && labels.incompleteDraft}
      </p>
    </div>
  );
}
