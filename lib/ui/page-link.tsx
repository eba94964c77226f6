import Link from "next/link";
import type { ComponentProps } from "react";

/**
 * A link to another page of the portal. Next's own would load that page in advance, which costs the server as much as
 * opening it; it is used itself only where people wait for the next page with a customer before them.
 */
export function PageLink(props: Omit<ComponentProps<typeof Link>, "prefetch">) {
  return <Link {...props} prefetch={false} />;
}
