import { useRef, useState } from "react";

const shownMs = 4_000;

/** What a press did, shown for a few seconds. */
export function useSaid() {
  const [said, setSaid] = useState<string | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  function say(sentence: string): void {
    clearTimeout(timer.current);
    setSaid(sentence);
    timer.current = setTimeout(() => setSaid(null), shownMs);
  }
  return { said, say };
}
