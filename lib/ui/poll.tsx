"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";

/**
 * Loads the page's data again while the page is visible. Without scripts nothing does, because a form may be half
 * filled in.
 */
export function Poll({ everySeconds }: { everySeconds: number }) {
  const router = useRouter();
  useEffect(() => {
    const timer = setInterval(() => {
      if (!document.hidden) router.refresh();
    }, everySeconds * 1_000);
    return () => clearInterval(timer);
  }, [router, everySeconds]);
  return null;
}
