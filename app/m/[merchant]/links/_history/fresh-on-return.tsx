"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";

/** Away for less than this, and what is shown is as good as new. */
const awayMs = 15_000;

/** Asks again for what may have changed while another window or application was in front. */
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
