"use client";

import { useSyncExternalStore } from "react";

/** Says that the device has no connection. Its place is always reserved, so that nothing moves. */
export function OfflineBadge({ text }: { text: string }) {
  const isOnline = useSyncExternalStore(
    (onChange) => {
      for (const name of ["online", "offline"]) addEventListener(name, onChange);
      return () => {
        for (const name of ["online", "offline"]) removeEventListener(name, onChange);
      };
    },
    () => navigator.onLine,
    () => true,
  );
  return (
    <span role="status" className="empty:hidden">
      {!isOnline && (
        <span className="mode-tag inline-block rounded-full bg-ink px-2.5 text-small font-bold text-paper">
          {text}
        </span>
      )}
    </span>
  );
}
