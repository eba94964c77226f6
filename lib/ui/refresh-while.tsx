"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";

const everyMs = 1_000;

/** Looks again every second for as long as it is on the page; without scripts the browser does so itself. */
export function RefreshWhile({ path }: { path: string }) {
  const router = useRouter();
  useEffect(() => {
    const timer = setInterval(() => router.refresh(), everyMs);
    return () => clearInterval(timer);
  }, [router]);
  return (
    <noscript>
      <meta httpEquiv="refresh" content={`3;url=${path}`} />
    </noscript>
  );
}
