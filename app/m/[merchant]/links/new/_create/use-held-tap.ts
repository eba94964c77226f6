"use client";

import { useEffect, useRef, useState } from "react";
import type { OfferedTemplate } from "./template-buttons";

/** How long a tap on a template can be undone. Nothing is sent before that. */
export const undoMs = 3_000;

/** If the timer is late by more than this, the device was asleep and nobody saw the countdown. */
const sleptMs = 5_000;

export type HeldTap = { template: OfferedTemplate; formData: FormData; heldAt: number };

/** Why the last tap was not sent. */
export type Unsent = "undone" | "left";

/**
 * Waits until a tap can no longer be undone, and then sends it. Nothing is sent when the tap is undone, or when the page
 * is left, hidden or closed before. A tap on another template replaces it. A second tap on the same one is ignored.
 */
export function useHeldTap(send: (tap: HeldTap) => void) {
  const [held, setHeld] = useState<HeldTap | null>(null);
  const [unsent, setUnsent] = useState<Unsent | null>(null);
  const latest = useRef(send);
  useEffect(() => {
    latest.current = send;
  });
  useEffect(() => {
    if (!held) return;
    const drop = (why: Unsent) => {
      setHeld(null);
      setUnsent(why);
    };
    const timer = setTimeout(() => {
      if (Date.now() - held.heldAt > undoMs + sleptMs) return drop("left");
      setHeld(null);
      latest.current(held);
    }, undoMs);
    const onHide = () => document.hidden && drop("left");
    const onKey = ({ key }: KeyboardEvent) => key === "Escape" && drop("undone");
    const onLeave = () => drop("left");
    document.addEventListener("visibilitychange", onHide);
    document.addEventListener("keydown", onKey);
    window.addEventListener("pagehide", onLeave);
    return () => {
      clearTimeout(timer);
      document.removeEventListener("visibilitychange", onHide);
      document.removeEventListener("keydown", onKey);
      window.removeEventListener("pagehide", onLeave);
    };
  }, [held]);
  return {
    held,
    unsent,
    hold(template: OfferedTemplate, formData: FormData) {
      if (held?.template.id === template.id) return;
      setUnsent(null);
      setHeld({ template, formData, heldAt: Date.now() });
    },
    undo() {
      setHeld(null);
      setUnsent("undone");
    },
    /** Cancels the tap because the person did something else. */
    clear() {
      setHeld(null);
      setUnsent(null);
    },
  };
}
