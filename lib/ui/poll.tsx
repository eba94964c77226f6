"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";

/**
 * Loads the page's data again while the page is visible. Without scripts nothing does, because a form may be half
 * filled in.
 */
export function Poll({
  everySeconds,
  forSeconds = Number.POSITIVE_INFINITY,
}: {
  everySeconds: number;
  /** For so long; a page that is left open asks no more. */
  forSeconds?: number;
}) {
  const router = useRouter();
  useEffect(() => {
    const endsAt = Date.now() + forSeconds * 1_000;
    const timer = setInterval(() => {
      if (Date.now() > endsAt) clearInterval(timer);
      else if (!document.hidden) router.refresh();
    }, everySeconds * 1_000);
    return () => clearInterval(timer);
  }, [router, everySeconds, forSeconds]);
  return null;
}
