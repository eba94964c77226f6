"use client";

import type { ReactNode } from "react";
import { PageLink } from "@/lib/ui/page-link";

/**
 * To the form for the next customer's link, in the currency of this one. In full screen every tap but this one closes it.
 */
export function NextCustomer({
  href,
  className,
  children,
}: {
  href: string;
  className: string;
  children: ReactNode;
}) {
  return (
    <PageLink href={href} onClick={(event) => event.stopPropagation()} className={className}>
      {children}
    </PageLink>
  );
}
