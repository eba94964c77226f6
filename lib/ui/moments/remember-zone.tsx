"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";

const rememberedSeconds = 31_536_000;

/**
 * Tells the server which time zone the browser is in, and again when that has changed. Where its clock shows another time
 * than the business's, the page is loaded again, so that both are on it; every later page has them from the start.
 */
export function RememberZone({
  cookie,
  known,
  merchantZone,
}: {
  cookie: { name: string; isSecure: boolean };
  /** The zone that the server has used for this page. */
  known: string | null;
  merchantZone: string;
}) {
  const router = useRouter();
  const { name, isSecure } = cookie;
  useEffect(() => {
    const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
    // What is told and not used is no zone to the server.
    if (!timeZone || timeZone === known || document.cookie.includes(`${name}=${timeZone}`)) return;
    // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store is not in every browser, nor outside https.
    document.cookie = `${name}=${timeZone}; path=/; max-age=${rememberedSeconds}; samesite=lax${isSecure ? "; secure" : ""}`;
    const now = new Date();
    const isElsewhere = now.toLocaleString("en") !== now.toLocaleString("en", { timeZone: merchantZone });
    if (known !== null || isElsewhere) router.refresh();
  }, [name, isSecure, known, merchantZone, router]);
  return null;
}
