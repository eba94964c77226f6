"use client";

import { usePathname } from "next/navigation";
import type { ReactNode } from "react";

/** What is open beside the history. It scrolls by itself, and every page in it begins at the top. */
export function Pane({ children }: { children: ReactNode }) {
  return (
    <div key={usePathname()} className="open-pane">
      {children}
    </div>
  );
}
