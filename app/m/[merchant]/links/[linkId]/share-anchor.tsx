"use client";

import { type ReactNode, useEffect, useRef } from "react";
import type { ShareChannel } from "@/lib/payment-links/schema";
import { sharedAddress, useTellShared } from "./use-tell-shared";

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
  const tell = useTellShared(path);
  const anchor = useRef<HTMLAnchorElement>(null);
  // Not every browser sends pings, so that where a script runs it is the script that tells, once.
  useEffect(() => anchor.current?.removeAttribute("ping"), []);
  return (
    <a
      ref={anchor}
      href={href}
      ping={sharedAddress(path, channel)}
      onClick={() => tell(channel)}
      {...(href.startsWith("https:") && { target: "_blank", rel: "noreferrer" })}
      className={className}
    >
      {children}
    </a>
  );
}
