"use client";

import { type ReactNode, useEffect, useRef } from "react";
import type { ShareChannel } from "@/lib/domain/payment-links/schema";
import { sharedAddress, useTrackShare } from "./use-track-share";

/** Opens another program with the message written already. The portal hears of it, by the browser where no script runs. */
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
  // Not every browser sends pings, so that where a script runs it is the script that tells, once.
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
