"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";

/** Looks again for as long as it is on the page and in sight; without scripts the browser reloads by itself. */
export function RefreshWhile({ path, everySeconds }: { path: string; everySeconds: number }) {
  const router = useRouter();
  useEffect(() => {
    const timer = setInterval(() => {
      if (!document.hidden) router.refresh();
    }, everySeconds * 1_000);
    return () => clearInterval(timer);
  }, [router, everySeconds]);
  return (
    <noscript>
      <meta httpEquiv="refresh" content={`${Math.max(3, everySeconds)};url=${path}`} />
    </noscript>
  );
}
