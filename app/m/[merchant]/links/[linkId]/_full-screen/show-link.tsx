"use client";

import Link from "next/link";
import { type ReactNode, useEffect, useRef } from "react";
import { sharedAddress } from "@/app/m/[merchant]/links/[linkId]/_share/use-track-share";

/** The full screen that was opened from its link's page, which is then one step back. Empty after a reload. */
let opened: string | null = null;

/** Whether `showPath` was opened from its link's page, so that closing it is going back. */
export function isOneStepBack(showPath: string): boolean {
  return opened === showPath;
}

/** Opens the code full screen; who comes back finds the keyboard's focus here again. */
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
      // The customer is waiting: it is fetched before it is asked for.
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
