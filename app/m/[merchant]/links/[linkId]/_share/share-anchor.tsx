"use client";

import { type ReactNode, useEffect, useRef } from "react";
import type { ShareChannel } from "@/lib/domain/payment-links/schema";
import { sharedAddress, useTrackShare } from "./use-track-share";

/** Opens another program with the message filled in, and tells the portal; without scripts, the browser does that. */
export function ShareAnchor({
  path,
  channel,
  href,
  className,
  children,
}: {
  path: string;
  channel: ShareChannel;
  href: string;
  className: string;
  children: ReactNode;
}) {
  const track = useTrackShare(path);
  const anchor = useRef<HTMLAnchorElement>(null);
  // Not every browser sends pings. Where scripts run, the script tells the portal, and the ping is removed.
  useEffect(() => anchor.current?.removeAttribute("ping"), []);
  return (
    <a
      ref={anchor}
      href={href}
      ping={sharedAddress(path, channel)}
      onClick={() => track(channel)}
      {...(href.startsWith("https:") && { target: "_blank", rel: "noreferrer" })}
      className={className}
    >
      {children}
    </a>
  );
}
