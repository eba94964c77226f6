"use client";

import { type PointerEvent, useRef } from "react";
import type { PadKey } from "./key-press";

const rows: PadKey[] = ["1", "2", "3", "back", "4", "5", "6", "000", "7", "8", "9", "00", "0", "mark"];

/** How long the backspace must be held to empty the field. */
const clearAfterMs = 550;

/**
 * The page's own keys for amounts, on phones with scripts. They react when touched and not when released, so that no
 * digit is lost when two thumbs are quick; a click without a touch is a screen reader's. The field keeps the focus, and
 * the keys are skipped by a keyboard, which has digits.
 */
export function Keypad({
  mark,
  labels,
  onKey,
  onClear,
}: {
  /** The decimal mark. */
  mark: string;
  labels: { keypad: string; back: string; mark: string };
  onKey: (key: PadKey) => void;
  onClear: () => void;
}) {
  const isTouched = useRef(false);
  const held = useRef<ReturnType<typeof setTimeout>>(undefined);
  const letGo = () => clearTimeout(held.current);
  function touch(event: PointerEvent, key: PadKey) {
    if (event.button !== 0) return;
    event.preventDefault();
    isTouched.current = true;
    onKey(key);
    letGo();
    if (key === "back") held.current = setTimeout(onClear, clearAfterMs);
  }
  function click(key: PadKey) {
    if (!isTouched.current) onKey(key);
    isTouched.current = false;
  }
  return (
    <fieldset className="hidden touch-none grid-cols-4 gap-1.5 select-none keypad:grid">
      <legend className="sr-only">{labels.keypad}</legend>
      {rows.map((key) => (
        <button
          key={key}
          type="button"
          translate="no"
          tabIndex={-1}
          aria-label={key === "back" ? labels.back : key === "mark" ? labels.mark : undefined}
          onPointerDown={(event) => touch(event, key)}
          onPointerUp={letGo}
          onPointerCancel={letGo}
          onPointerLeave={letGo}
          onContextMenu={(event) => event.preventDefault()}
          onClick={() => click(key)}
          className={`grid h-14 place-items-center rounded-box bg-sunken text-title font-bold tabular-nums active:bg-line tall:h-16 ${
            key === "0" ? "col-span-3" : ""
          }`}
        >
          {key === "back" ? <BackSign /> : key === "mark" ? mark : key}
        </button>
      ))}
    </fieldset>
  );
}

function BackSign() {
  return (
    <svg
      viewBox="0 0 24 24"
      className="size-6"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.8"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      <path d="M9 5h11v14H9l-6-7zM11.5 9.5l5 5M16.5 9.5l-5 5" />
    </svg>
  );
}
