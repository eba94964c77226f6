"use client";

import { useState } from "react";
import type { OfferedTemplate } from "./template-buttons";

export type HeldTap = { template: OfferedTemplate; formData: FormData; heldAt: number };

/** Why the last tap was not sent. */
export type Unsent = "undone" | "left";

/**
 * Holds a tap until it can no longer be undone, which the bar that shows it decides: nothing is sent that nobody could
 * undo. A tap on another template replaces it. A second tap on the same one is ignored.
 */
export function useHeldTap(send: (tap: HeldTap) => void) {
  const [held, setHeld] = useState<HeldTap | null>(null);
  const [unsent, setUnsent] = useState<Unsent | null>(null);
  return {
    held,
    unsent,
    hold(template: OfferedTemplate, formData: FormData) {
      if (held?.template.id === template.id) return;
      setUnsent(null);
      setHeld({ template, formData, heldAt: Date.now() });
    },
    /** It is sent when there is no reason not to. */
    end(why: Unsent | null) {
      setHeld(null);
      setUnsent(why);
      if (!why && held) send(held);
    },
    /** Cancels the tap because the person did something else. */
    clear() {
      setHeld(null);
      setUnsent(null);
    },
  };
}
