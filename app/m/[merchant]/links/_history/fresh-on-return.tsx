"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";

/** After a shorter time in another window, the page is not loaded again. */
const awayMs = 15_000;

/** Loads the page's data again after another window or application was in front. */
export function FreshOnReturn() {
  const router = useRouter();
  useEffect(() => {
    let leftAt = Date.now();
    const onChange = () => {
      if (document.hidden) leftAt = Date.now();
      else if (Date.now() - leftAt > awayMs) router.refresh();
    };
    document.addEventListener("visibilitychange", onChange);
    return () => document.removeEventListener("visibilitychange", onChange);
  }, [router]);
  return null;
}
