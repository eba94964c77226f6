"use client";

import Link from "next/link";
import type { ReactNode } from "react";

/**
 * To the form for the next customer's link, in the currency of this one. Next's own link, because the next customer is
 * waiting. In full screen every tap but this one closes it.
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
    <Link href={href} onClick={(event) => event.stopPropagation()} className={className}>
      {children}
    </Link>
  );
}
