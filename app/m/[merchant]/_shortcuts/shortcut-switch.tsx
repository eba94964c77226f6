"use client";

import { useRouter } from "next/navigation";
import type { ReactNode } from "react";
import { shortcutsCookie } from "./shortcut-names";

const rememberedSeconds = 365 * 24 * 60 * 60;

/** Turns single keys off or on in this browser, and has the page drawn anew with or without its hints. */
export function ShortcutSwitch({ areOn, children }: { areOn: boolean; children: ReactNode }) {
  const router = useRouter();
  function change() {
    // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store is not in every browser, nor outside https.
    document.cookie = `${shortcutsCookie}=${areOn ? "off" : "on"}; path=/; max-age=${rememberedSeconds}; samesite=lax`;
    router.refresh();
  }
  return (
    <button type="button" onClick={change} className="button button-quiet w-full">
      {children}
    </button>
  );
}
