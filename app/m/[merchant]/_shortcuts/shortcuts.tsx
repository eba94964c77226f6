"use client";

import { usePathname } from "next/navigation";
import { useEffect, useRef } from "react";
import { helpDialogId } from "./shortcut-names";

const keys = ["c", "/", "j", "k", "g", "h", "i", "?"];

/**
 * Listens for the keys, and fetches what they do at the first one: whoever holds a phone never loads it. Also closes
 * the merchant's menu, which stays in place from page to page: by Escape, by a press elsewhere, and on the next page.
 */
export function Shortcuts({ areOn }: { areOn: boolean }) {
  const pathname = usePathname();
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || document.querySelector("dialog[open]")) return;
      if (event.key === "Escape" && closeMenu()) return;
      const isKey = areOn && keys.includes(event.key) && !event.repeat && !isTyping(event);
      const isStep = areOn && /^[jk]$/.test(event.key) && !isTyping(event);
      const isEscape = event.key === "Escape" && !isTyping(event);
      if (!isKey && !isStep && !isEscape) return;
      event.preventDefault();
      void import("./press-key").then(({ pressKey }) => pressKey(event.key));
    };
    const onClick = ({ target }: MouseEvent) => {
      if (!(target instanceof Element)) return;
      if (!target.closest("[data-menu]") || target.closest("a")) closeMenu({ focus: false });
      if (!target.closest("[data-opens-help]")) return;
      closeMenu();
      const dialog = document.getElementById(helpDialogId);
      if (dialog instanceof HTMLDialogElement) dialog.showModal();
    };
    document.addEventListener("keydown", onKey);
    document.addEventListener("click", onClick);
    return () => {
      document.removeEventListener("keydown", onKey);
      document.removeEventListener("click", onClick);
    };
  }, [areOn]);
  const isLoaded = useRef(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is the new address that calls for it.
  useEffect(() => {
    closeMenu({ focus: false });
    // The list was drawn anew, and the row that had the focus is gone with the old one. A page just loaded begins at
    // its top.
    if (isLoaded.current && document.activeElement === document.body) {
      document.querySelector<HTMLElement>("[data-list] [aria-current=page]")?.focus({ preventScroll: true });
    }
    isLoaded.current = true;
  }, [pathname]);
  return null;
}

function isTyping({ target, metaKey, ctrlKey, altKey, isComposing }: KeyboardEvent): boolean {
  const isField =
    target instanceof HTMLElement && target.matches("input, textarea, select, [contenteditable]");
  return isField || metaKey || ctrlKey || altKey || isComposing;
}

function closeMenu({ focus = true } = {}): boolean {
  const menu = document.querySelector<HTMLDetailsElement>("[data-menu][open]");
  if (!menu) return false;
  menu.open = false;
  if (focus) menu.querySelector("summary")?.focus();
  return true;
}
