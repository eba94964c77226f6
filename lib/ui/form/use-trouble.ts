import { useCallback, useRef, useState } from "react";
import type { Unanswered } from "@/lib/ui/form/unanswered";
import { loadUnanswered } from "@/lib/ui/form/unanswered-sentences";

/** A new object each time, so that screen readers read it each time. */
export type Trouble = {
  why: Unanswered;
  /** Shown instead of the usual sentence. */
  sentence?: string | undefined;
};

/** Why a form got no answer. It is set as soon as there are sentences that say so. */
export function useTrouble(): [trouble: Trouble | null, set: (trouble: Trouble | null) => void] {
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  // While the sentences come, the form may be sent once more and answered.
  const latest = useRef<Trouble | null>(null);
  const set = useCallback((next: Trouble | null) => {
    latest.current = next;
    if (next) void loadUnanswered().then(() => setTrouble(latest.current));
    else setTrouble(next);
  }, []);
  return [trouble, set];
}
