"use client";

import { useEffect, useRef } from "react";
import { askDevice, canSuggest, hasPasskeys, stopAsking } from "@/lib/ui/passkey/ceremony";

/** Shorter than a challenge can be answered. */
const renewMs = 4 * 60_000;

/** Has the browser suggest passkeys in the field for the email address, for as long as the page is open. */
export function useSuggestions(
  { isOn, origin, optionsPath }: { isOn: boolean; origin: string; optionsPath: string },
  onChosen: (credential: string) => void,
): void {
  const chosen = useRef(onChosen);
  chosen.current = onChosen;
  useEffect(() => {
    if (!isOn || !hasPasskeys(origin)) return;
    let isGone = false;
    let isAsking = false;
    async function suggest() {
      if (!(await canSuggest()) || isGone) return;
      isAsking = true;
      // It is refused too when the person presses the button instead, or the next challenge replaces this one.
      const credential = await askDevice("use", optionsPath, { isSuggestion: true }).catch(() => null);
      if (credential !== null && !isGone) chosen.current(credential);
    }
    void suggest();
    const timer = setInterval(() => void suggest(), renewMs);
    return () => {
      isGone = true;
      clearInterval(timer);
      if (isAsking) void stopAsking();
    };
  }, [isOn, origin, optionsPath]);
}
