"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";

/** Asks for the page again while this is on it and in sight. Without scripts nothing does: a form may be half typed. */
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
