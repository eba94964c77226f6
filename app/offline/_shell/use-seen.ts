import { useEffect, useState, useSyncExternalStore } from "react";
import type { LastSeen } from "@/lib/ui/offline/last-seen";
import { listSeen } from "@/lib/ui/offline/seen";

/** What this browser has stored; null while it is read, and where there is none, an empty list. */
export function useSeen(): LastSeen[] | null {
  const [seen, setSeen] = useState<LastSeen[] | null>(null);
  useEffect(() => {
    listSeen().then(setSeen, () => setSeen([]));
  }, []);
  return seen;
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
