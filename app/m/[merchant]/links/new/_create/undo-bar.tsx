"use client";

import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { type HeldTap, undoMs } from "./use-held-tap";

export type UndoLabels = Record<"creatingIn" | "undo" | "undone" | "left", string>;

/** Shows which link is about to be created and in how many seconds, with a button to undo it. */
export function UndoBar({
  held: { template, heldAt },
  labels,
  onUndo,
}: {
  held: HeldTap;
  labels: UndoLabels;
  onUndo: () => void;
}) {
  const button = useRef<HTMLButtonElement>(null);
  const seconds = useSecondsLeft(heldAt);
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
        onClick={onUndo}
        onKeyDown={ignoreRepeats}
        className="button button-quiet"
      >
        {labels.undo}
      </button>
    </div>
  );
}

/** Ignores a key that is still held down from pressing the template's button. */
function ignoreRepeats(event: KeyboardEvent): void {
  if (event.repeat) event.preventDefault();
}

function useSecondsLeft(since: number): number {
  const [now, setNow] = useState(since);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 200);
    return () => clearInterval(timer);
  }, []);
  return Math.max(1, Math.ceil((since + undoMs - now) / 1_000));
}
