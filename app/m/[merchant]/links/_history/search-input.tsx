"use client";

import { usePathname, useRouter } from "next/navigation";
import { useEffect, useRef } from "react";
import { addressWith } from "@/lib/core/address-with";
import { typedFields } from "@/lib/ui/form/address-form";

/** After the last keystroke, before the list is asked for: less than a person notices. */
const pauseMs = 200;

/**
 * Searches while a person types. The address has what was typed, and the field follows the address, but never while the
 * answer to an earlier keystroke comes in.
 */
export function SearchInput({
  typed,
  labels,
  withKeys,
}: {
  /** What the address has. */
  typed: string;
  labels: { search: string; hint: string };
  withKeys: boolean;
}) {
  const router = useRouter();
  const pathname = usePathname();
  const input = useRef<HTMLInputElement>(null);
  const sent = useRef(new Set<string>());
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const isAtWork = useRef(false);

  useEffect(() => {
    const field = input.current;
    const isFirst = !isAtWork.current;
    isAtWork.current = true;
    if (!field || field.value === typed) return;
    const isTyping = document.activeElement === field && (isFirst || sent.current.has(typed));
    if (!isTyping) field.value = typed;
    // Typed before this script ran.
    else if (isFirst) field.dispatchEvent(new InputEvent("input", { bubbles: true }));
  }, [typed]);
  useEffect(() => () => clearTimeout(timer.current), []);

  const search = () => {
    const field = input.current;
    if (!field?.form) return;
    sent.current.add(field.value);
    // Beside an open link the list is searched there, and the link stays open.
    router.replace(addressWith(pathname, typedFields(field.form)), { scroll: false });
  };
  return (
    <input
      ref={input}
      type="search"
      name="q"
      aria-label={labels.search}
      placeholder={labels.hint}
      defaultValue={typed}
      onInput={() => {
        clearTimeout(timer.current);
        timer.current = setTimeout(search, pauseMs);
      }}
      onKeyDown={({ key }) => key === "Enter" && clearTimeout(timer.current)}
      autoComplete="off"
      enterKeyHint="search"
      data-key="/"
      aria-keyshortcuts={withKeys ? "/" : undefined}
      className="input pl-11"
    />
  );
}
