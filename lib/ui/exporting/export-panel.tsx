"use client";

import { useEffect, useRef, useState } from "react";
import type { ExportAnswer } from "./export-answer";
import { useExportRun } from "./use-export-run";

/** How an export goes on, with a way to cancel it, and to begin it again when it broke off. */
export function ExportPanel({
  address,
  isBegunHere,
  onAgain,
  onClose,
}: {
  address: string;
  /** It is brought into view, as it appears below what was pressed. */
  isBegunHere: boolean;
  onAgain: () => void;
  onClose: () => void;
}) {
  const { run, cancel } = useExportRun(address);
  const said = useSaid(run);
  const panel = useRef<HTMLElement>(null);
  const isShown = run !== null;
  useEffect(() => {
    if (isShown && isBegunHere) panel.current?.scrollIntoView({ block: "nearest" });
  }, [isShown, isBegunHere]);
  if (!run) return <progress className={bar} aria-hidden="true" />;
  const { state, written, total, sentence, labels } = run;
  const isRunning = state === "running";
  const button = "button button-quiet w-fit";
  return (
    <section
      ref={panel}
      aria-label={labels.title}
      className="grid max-w-xl scroll-mb-28 gap-2 border-y border-line py-3"
    >
      {isRunning && (
        <progress
          aria-label={labels.title}
          className={bar}
          {...(total !== null && { max: Math.max(total, written, 1), value: written })}
        />
      )}
      <p className={`tabular-nums ${state === "done" || isRunning ? "" : "font-bold text-danger"}`}>
        {sentence}
      </p>
      <p role="status" className="sr-only">
        {said}
      </p>
      <div className="flex flex-wrap gap-3">
        {isRunning && (
          <button type="button" onClick={cancel} className={button}>
            {labels.cancel}
          </button>
        )}
        {!isRunning && state !== "done" && (
          <button type="button" onClick={onAgain} className={button}>
            {labels.again}
          </button>
        )}
        {!isRunning && (
          <button type="button" onClick={onClose} className={button}>
            {labels.close}
          </button>
        )}
      </div>
    </section>
  );
}

const bar =
  "h-3 w-full appearance-none overflow-hidden rounded-full bg-line [&::-moz-progress-bar]:bg-accent [&::-webkit-progress-bar]:bg-line [&::-webkit-progress-value]:bg-accent";

/** What a screen reader says: each quarter, and the end. Each second would be too often. */
function useSaid(run: ExportAnswer | null): string {
  const [said, setSaid] = useState("");
  const last = useRef("");
  const { state = "", written = 0, total = null, sentence = "" } = run ?? {};
  const place = `${state} ${total ? Math.floor((4 * written) / total) : 0}`;
  useEffect(() => {
    if (last.current === place) return;
    last.current = place;
    setSaid(sentence);
  }, [place, sentence]);
  return said;
}
