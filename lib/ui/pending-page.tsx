"use client";

import { type ReactNode, useEffect } from "react";
import { createPortal } from "react-dom";
import type { IconName } from "@/lib/ui/icon";

/**
 * What is known of the page that was tapped, over the page before, until it is there. Pages themselves are sent whole
 * (decision 0003), so that the link that leads to one draws this.
 */
export function PendingPage({ className = "", children }: { className?: string; children: ReactNode }) {
  useEffect(() => {
    const main = document.getElementById("content");
    main?.setAttribute("aria-busy", "true");
    return () => main?.removeAttribute("aria-busy");
  }, []);
  const frame = document.querySelector(".frame");
  if (!frame) return null;
  return createPortal(
    <div aria-hidden="true" className={`pending-page ${className}`}>
      <div className="grid gap-5 desk:gap-3">{children}</div>
    </div>,
    frame,
  );
}

/** The page behind a tab: its title, and shapes in the sizes of what it usually begins with. */
export function PendingTab({ icon, label }: { icon: IconName; label: string }) {
  return (
    <PendingPage>
      {icon === "plus" ? (
        <>
          <div className="bone h-12 w-1/2" />
          <div className="bone h-12" />
        </>
      ) : (
        <>
          <p className="flex min-h-12 items-center text-title">{label}</p>
          {icon === "list" && <div className="bone h-12" />}
          {rows.map((row) => (
            <div key={row} className="grid min-h-12 content-center gap-2 border-b border-line">
              <div className="bone h-4 w-1/3" />
              <div className="bone mb-5 h-4 w-2/3" />
            </div>
          ))}
        </>
      )}
    </PendingPage>
  );
}

const rows = [1, 2, 3, 4, 5, 6];
