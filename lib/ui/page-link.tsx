"use client";

import Link from "next/link";
import type { ComponentProps } from "react";

type Props = Omit<ComponentProps<typeof Link>, "href" | "prefetch"> & { href: string };

/**
 * A link to another page of the portal. Next's own would load that page in advance, which costs the server as much as
 * opening it; it is used itself only where people wait for the next page with a customer before them.
 */
export function PageLink(props: Props) {
  if (typeof window === "undefined") return plainLink(props);
  return <Link {...props} prefetch={false} />;
}

/** The same HTML. What Next's own prepares for a browser takes a server several times as long as the link itself. */
function plainLink({ replace: _replace, scroll: _scroll, ...props }: Props) {
  return <a {...props} />;
}
