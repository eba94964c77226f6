"use client";

import Link from "next/link";
import { type ReactNode, useEffect, useRef } from "react";
import { sharedAddress } from "@/app/m/[merchant]/links/[linkId]/_share/use-track-share";

/**
 * The full screen that was opened from its link's page, which is then one step back in the history. Null after a
 * reload.
 */
let opened: string | null = null;

/** Whether `showPath` was opened from its link's page, so that closing it means going back. */
export function isOneStepBack(showPath: string): boolean {
  return opened === showPath;
}

/** Opens the code full screen. When the person comes back, this link has the focus again. */
export function ShowLink({
  path,
  showPath,
  className,
  children,
}: {
  path: string;
  showPath: string;
  className: string;
  children: ReactNode;
}) {
  const anchor = useRef<HTMLAnchorElement>(null);
  useEffect(() => {
    anchor.current?.removeAttribute("ping");
    if (!isOneStepBack(showPath)) return;
    opened = null;
    anchor.current?.focus({ preventScroll: true });
  }, [showPath]);
  return (
    <Link
      ref={anchor}
      href={showPath}
      // Loaded in advance, because the customer is waiting.
      prefetch={true}
      ping={sharedAddress(path, "shown")}
      onNavigate={() => {
        opened = showPath;
      }}
      className={className}
    >
      {children}
    </Link>
  );
}
