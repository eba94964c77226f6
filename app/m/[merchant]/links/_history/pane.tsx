"use client";

import { usePathname } from "next/navigation";
import type { ReactNode } from "react";

/** What is open beside the history. It scrolls by itself, and every page in it begins at the top. */
export function Pane({ children }: { children: ReactNode }) {
  return (
    <div
      key={usePathname()}
      className="desk:group-has-data-list/panes:overflow-y-auto desk:group-has-data-list/panes:px-8 desk:group-has-data-list/panes:py-6"
    >
      {children}
    </div>
  );
}
