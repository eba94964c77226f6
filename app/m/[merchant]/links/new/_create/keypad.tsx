"use client";

import { type MouseEvent, type PointerEvent, useEffect, useRef } from "react";
import { Icon } from "@/lib/ui/icon";
import type { PadKey } from "./key-press";
import { keypadAtWork } from "./keypad-at-work";

const rows: PadKey[] = ["1", "2", "3", "back", "4", "5", "6", "000", "7", "8", "9", "00", "0", "mark"];

/** How long the backspace must be held to empty the field. */
const clearAfterMs = 550;

/** A click this soon after a finger was lifted belongs to the same press. */
const samePressMs = 500;

/**
 * The page's own keys for amounts, on phones with scripts. They react when touched and not when released, so that no
 * digit is lost when two thumbs are quick. The field keeps the focus, and a keyboard skips the keys, because it has
 * digits.
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
  const names: Partial<Record<PadKey, string>> = labels;
  // A finger that slides away or stays too long causes no click. What is stored of it must not suppress another click.
  const touched = useRef<{ key: PadKey; liftedAt: number } | null>(null);
  const held = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => {
    dispatchEvent(new Event(keypadAtWork));
  }, []);
  function letGo({ timeStamp }: PointerEvent) {
    clearTimeout(held.current);
    if (touched.current) touched.current.liftedAt = Math.min(touched.current.liftedAt, timeStamp);
  }
  function touch(event: PointerEvent, key: PadKey) {
    if (event.button !== 0) return;
    event.preventDefault();
    touched.current = { key, liftedAt: Number.POSITIVE_INFINITY };
    onKey(key);
    clearTimeout(held.current);
    if (key === "back") held.current = setTimeout(onClear, clearAfterMs);
  }
  function click({ detail, timeStamp }: MouseEvent, key: PadKey) {
    const { current: last } = touched;
    touched.current = null;
    const isSamePress = last?.key === key && timeStamp - last.liftedAt < samePressMs;
    // A screen reader's click comes without a pointer, which `detail` shows.
    if (detail === 0 || !isSamePress) onKey(key);
  }
  return (
    <fieldset className="hidden keypad:contents short:hidden">
      <legend className="sr-only">{labels.keypad}</legend>
      <div className="till-keys">
        {rows.map((key) => (
          <button
            key={key}
            type="button"
            translate="no"
            tabIndex={-1}
            aria-label={names[key]}
            onPointerDown={(event) => touch(event, key)}
            onPointerUp={letGo}
            onPointerCancel={letGo}
            onPointerLeave={letGo}
            onContextMenu={(event) => event.preventDefault()}
            onClick={(event) => click(event, key)}
          >
            {key === "back" ? <Icon name="backspace" className="size-6" /> : key === "mark" ? mark : key}
          </button>
        ))}
      </div>
    </fieldset>
  );
}
