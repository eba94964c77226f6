"use client";

import { usePathname } from "next/navigation";
import { useEffect, useState } from "react";
import { deleteDraft, draftKey, findDraft, saveDraft } from "@/lib/ui/form/drafts";
import { useFormContext } from "@/lib/ui/form/form-context";
import type { OfferedTemplate } from "./template-buttons";

/** Intents by template. */
type Intents = Record<string, string>;

/** Intents whose request is still under way in this tab. They need not be repeated. */
const underWay = new Set<string>();

/**
 * Keeps the intents of sent taps in this tab until there is an answer. Without this, a tap after a reload would have a
 * new intent and could create a second link. `kept` has the intents whose answer was lost.
 */
export function useKeptTaps() {
  const { personId } = useFormContext();
  const key = draftKey(usePathname(), "taps");
  const [kept, setKept] = useState<Intents>({});
  useEffect(() => {
    const stored = Object.entries(findDraft(key, personId)?.values ?? {});
    setKept(Object.fromEntries(stored.filter(([, intentId]) => !underWay.has(intentId))));
  }, [key, personId]);

  function change(edit: (stored: Intents) => Intents): void {
    const values = edit(findDraft(key, personId)?.values ?? {});
    if (Object.keys(values).length === 0) deleteDraft(key);
    else saveDraft(key, { personId, why: "restored", values });
  }
  return {
    kept,
    onSent({ id, intentId }: OfferedTemplate) {
      underWay.add(intentId);
      change((stored) => ({ ...stored, [id]: intentId }));
    },
    /** @param isAnswered whether the portal answered. */
    onEnd({ id, intentId }: OfferedTemplate, isAnswered: boolean) {
      underWay.delete(intentId);
      if (!isAnswered) return setKept((others) => ({ ...others, [id]: intentId }));
      const without = (intents: Intents) =>
        Object.fromEntries(Object.entries(intents).filter(([, other]) => other !== intentId));
      change(without);
      setKept(without);
    },
  };
}
