"use client";

import { useSyncExternalStore } from "react";

/** The same as the style sheet's `keypad`. */
const query = "(pointer: coarse) and (min-height: 30rem)";

/** Whether amounts are typed on the page's own keys; false while the server renders. */
export function usePad(): boolean {
  return useSyncExternalStore(
    (onChange) => {
      const list = matchMedia(query);
      list.addEventListener("change", onChange);
      return () => list.removeEventListener("change", onChange);
    },
    () => matchMedia(query).matches,
    () => false,
  );
}
