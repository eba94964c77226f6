import { useEffect, useState, useSyncExternalStore } from "react";
import type { LastSeen } from "@/lib/ui/offline/last-seen";
import { listSeen, refreshSeen, seenChannel } from "@/lib/ui/offline/seen";

/**
 * What this browser has stored; null while it is read, and where there is none, an empty list. Whenever there is a
 * network, the portal is asked whether the person may still see it.
 */
export function useSeen(): LastSeen[] | null {
  const [seen, setSeen] = useState<LastSeen[] | null>(null);
  useEffect(() => {
    const stop = new AbortController();
    const read = async () => {
      const found = await listSeen().catch(() => []);
      if (!stop.signal.aborted) setSeen(found);
      return found;
    };
    const ask = async () => {
      const [last] = await read();
      if (last && navigator.onLine) await refreshSeen(last.merchant.slug, last.owner);
    };
    void ask();
    addEventListener("online", () => void ask(), { signal: stop.signal });
    const channel = new BroadcastChannel(seenChannel);
    // From now on this address is the portal's to answer; but a draft that is being typed can still be kept.
    channel.addEventListener("message", () => {
      if (!isTyping()) window.location.reload();
    });
    return () => {
      stop.abort();
      channel.close();
    };
  }, []);
  return seen;
}

function isTyping(): boolean {
  return [...document.querySelectorAll("input")].some(({ value, defaultValue }) => value !== defaultValue);
}

export function useIsOnline(): boolean {
  return useSyncExternalStore(
    (onChange) => {
      for (const name of ["online", "offline"]) addEventListener(name, onChange);
      return () => {
        for (const name of ["online", "offline"]) removeEventListener(name, onChange);
      };
    },
    () => navigator.onLine,
    () => true,
  );
}
