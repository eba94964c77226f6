"use client";

import { type KeyboardEvent as ReactKeyboardEvent, useEffect, useRef, useState } from "react";
import type { HeldTap, Unsent } from "./use-held-tap";

/** How long a tap on a template can be undone. Nothing is sent before that. */
export const undoMs = 3_000;

/** If the timer is late by more than this, the device was asleep and nobody saw the countdown. */
const sleptMs = 5_000;

export type UndoLabels = Record<"creatingIn" | "undo" | "undone" | "left", string>;

/**
 * Shows which link is about to be created and in how many seconds, with a button to undo it. Nothing is sent when the tap
 * is undone, or when the page is left, hidden or closed before.
 */
export function UndoBar({
  held: { template, heldAt },
  labels,
  onEnd,
}: {
  held: HeldTap;
  labels: UndoLabels;
  /** It is sent when there is no reason not to. */
  onEnd: (unsent: Unsent | null) => void;
}) {
  const button = useRef<HTMLButtonElement>(null);
  const seconds = useSecondsLeft();
  const latest = useRef(onEnd);
  useEffect(() => {
    latest.current = onEnd;
  });
  useEffect(() => {
    const end = (unsent: Unsent | null) => latest.current(unsent);
    const timer = setTimeout(() => end(Date.now() - heldAt > undoMs + sleptMs ? "left" : null), undoMs);
    const onHide = () => document.hidden && end("left");
    const onKey = ({ key }: KeyboardEvent) => key === "Escape" && end("undone");
    const onLeave = () => end("left");
    document.addEventListener("visibilitychange", onHide);
    document.addEventListener("keydown", onKey);
    window.addEventListener("pagehide", onLeave);
    return () => {
      clearTimeout(timer);
      document.removeEventListener("visibilitychange", onHide);
      document.removeEventListener("keydown", onKey);
      window.removeEventListener("pagehide", onLeave);
    };
  }, [heldAt]);
  useEffect(() => {
    // The next key press undoes the tap. Afterwards the focus goes back to where it was.
    const before = document.activeElement;
    button.current?.focus({ preventScroll: true });
    return () => {
      // Not when the person has gone on to another field.
      if (document.activeElement !== document.body) return;
      if (before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true });
    };
  }, []);
  return (
    <div className="grid min-h-14 grid-cols-[minmax(0,1fr)_auto] items-center gap-3">
      <p role="status" className="min-w-0">
        <span className="flex min-w-0 gap-2 font-bold">
          <bdi className="truncate">{template.name}</bdi>{" "}
          <span translate="no" className="shrink-0 tabular-nums">
            {template.amount}
          </span>
        </span>
        <span className="sr-only">
          {labels.creatingIn} {undoMs / 1_000} s
        </span>
        <span aria-hidden="true" className="block text-small text-muted tabular-nums">
          {labels.creatingIn} {seconds} s
        </span>
        <span aria-hidden="true" className="mt-1 block h-1 rounded-full bg-line motion-reduce:hidden">
          <span
            className="run-out block h-1 rounded-full bg-accent"
            style={{ animationDuration: `${undoMs}ms` }}
          />
        </span>
      </p>
      <button
        ref={button}
        type="button"
        onClick={() => onEnd("undone")}
        onKeyDown={ignoreRepeats}
        className="button button-quiet"
      >
        {labels.undo}
      </button>
    </div>
  );
}

/** Ignores a key that is still held down from pressing the template's button. */
function ignoreRepeats(event: ReactKeyboardEvent): void {
  if (event.repeat) event.preventDefault();
}

function useSecondsLeft(): number {
  const [since] = useState(Date.now);
  const [now, setNow] = useState(since);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 200);
    return () => clearInterval(timer);
  }, []);
  return Math.max(1, Math.ceil((since + undoMs - now) / 1_000));
}
