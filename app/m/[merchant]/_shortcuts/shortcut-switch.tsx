"use client";

import { useRouter } from "next/navigation";
import type { ReactNode } from "react";

const rememberedSeconds = 365 * 24 * 60 * 60;

/** Turns single-key shortcuts off or on in this browser, and reloads the page to show or hide its hints. */
export function ShortcutSwitch({
  areOn,
  cookie,
  children,
}: {
  areOn: boolean;
  cookie: { name: string; isSecure: boolean };
  children: ReactNode;
}) {
  const router = useRouter();
  function change() {
    const scope = `path=/; max-age=${rememberedSeconds}; samesite=lax${cookie.isSecure ? "; secure" : ""}`;
    // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store is not in every browser, nor outside https.
    document.cookie = `${cookie.name}=${areOn ? "off" : "on"}; ${scope}`;
    router.refresh();
  }
  return (
    <button type="button" onClick={change} className="button button-quiet w-full">
      {children}
    </button>
  );
}
