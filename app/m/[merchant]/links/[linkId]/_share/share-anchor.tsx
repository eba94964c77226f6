"use client";

import { useEffect, useRef } from "react";
import type { ShareChannel } from "@/lib/domain/payment-links/schema";
import { Icon, type IconName } from "@/lib/ui/icon";
import { useSaid } from "@/lib/ui/use-said";
import { sharedAddress, useTrackShare } from "./use-track-share";

/** Opens another program with the message filled in, and tells the portal; without scripts, the browser does that. */
export function ShareAnchor({
  path,
  channel,
  href,
  icon,
  label,
  opened,
  className,
}: {
  path: string;
  channel: ShareChannel;
  href: string;
  icon?: IconName;
  label: string;
  /** The message after the press: that the program was opened, or that the device was asked to open it. */
  opened: string;
  className: string;
}) {
  const track = useTrackShare(path);
  const anchor = useRef<HTMLAnchorElement>(null);
  const { said, say } = useSaid();
  // Not every browser sends pings. Where scripts run, the script tells the portal, and the ping is removed.
  useEffect(() => anchor.current?.removeAttribute("ping"), []);
  return (
    <>
      <a
        ref={anchor}
        href={href}
        ping={sharedAddress(path, channel)}
        onClick={() => {
          track(channel);
          say(opened);
        }}
        {...(href.startsWith("https:") && { target: "_blank", rel: "noreferrer" })}
        className={className}
      >
        {icon && <Icon name={said ? "check" : icon} />}
        {label}
      </a>
      <span role="status" className="order-first col-span-full text-small font-bold empty:hidden">
        {said}
      </span>
    </>
  );
}
