"use client";

import { usePathname } from "next/navigation";
import { lazy, Suspense, useEffect, useRef, useState } from "react";

const ShortcutsHelp = lazy(async () => ({ default: (await import("./shortcuts-help")).ShortcutsHelp }));

const keys = ["c", "/", "j", "k", "x", "g", "h", "i", "?"];

/**
 * Listens for shortcuts and loads their code with the first one, so that phones never load it. It also closes the
 * merchant's menu, which stays on the page during navigation: with Escape, by a press elsewhere, and on the next page.
 */
export function Shortcuts({
  areOn,
  cookie,
}: {
  areOn: boolean;
  /** Where a browser remembers whether they are on. */
  cookie: { name: string; isSecure: boolean };
}) {
  const [isHelpOpen, setHelpOpen] = useState(false);
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
      setHelpOpen(true);
    };
    document.addEventListener("keydown", onKey);
    document.addEventListener("click", onClick);
    return () => {
      document.removeEventListener("keydown", onKey);
      document.removeEventListener("click", onClick);
    };
  }, [areOn]);
  const isLoaded = useRef(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: it runs when the address changes.
  useEffect(() => {
    closeMenu({ focus: false });
    // The list was rendered anew, and the focused row is gone with the old one. After a page load, the focus begins at
    // the top.
    if (isLoaded.current && document.activeElement === document.body) {
      document.querySelector<HTMLElement>("[data-list] [aria-current=page]")?.focus({ preventScroll: true });
    }
    isLoaded.current = true;
  }, [pathname]);
  return (
    isHelpOpen && (
      <Suspense>
        <ShortcutsHelp areOn={areOn} cookie={cookie} onClose={() => setHelpOpen(false)} />
      </Suspense>
    )
  );
}

function isTyping({ target, metaKey, ctrlKey, altKey, isComposing }: KeyboardEvent): boolean {
  const isField =
    target instanceof HTMLElement && target.matches("input:not(.pick), textarea, select, [contenteditable]");
  return isField || metaKey || ctrlKey || altKey || isComposing;
}

function closeMenu({ focus = true } = {}): boolean {
  const menu = document.querySelector<HTMLDetailsElement>("[data-menu][open]");
  if (!menu) return false;
  menu.open = false;
  if (focus) menu.querySelector("summary")?.focus();
  return true;
}
