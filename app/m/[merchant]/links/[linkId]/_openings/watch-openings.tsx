"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";

const everyMs = 4_000;
/** A person waits so long at most beside an open page to see whether their customer has opened the link. */
const forMs = 15 * 60_000;

/** Asks how often a link was opened while its page is visible, and loads the page again when that has changed. */
export function WatchOpenings({ address, count }: { address: string; count: number }) {
  const router = useRouter();
  useEffect(() => {
    const endsAt = Date.now() + forMs;
    const timer = setInterval(async () => {
      if (Date.now() > endsAt) return clearInterval(timer);
      if (document.hidden) return;
      const now = await askCount(address);
      if (now !== null && now !== count) router.refresh();
    }, everyMs);
    return () => clearInterval(timer);
  }, [router, address, count]);
  return null;
}

/** Null when there is no answer, such as without a network. */
async function askCount(address: string): Promise<number | null> {
  try {
    const response = await fetch(address);
    const answer: { count: number } | null = response.ok ? await response.json() : null;
    return answer?.count ?? null;
  } catch {
    return null;
  }
}
