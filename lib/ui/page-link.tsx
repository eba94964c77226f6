"use client";

import { useRouter } from "next/navigation";
import { type ComponentProps, createContext, type MouseEvent, useContext, useTransition } from "react";

type Props = ComponentProps<"a"> & {
  href: string;
  /** The page is shown in place of this one, where that is another choice of the same: it is no step back, nor up. */
  inPlace?: boolean;
};

const Leaving = createContext(false);

/**
 * A link to another page of the portal. Next's own would ask for that page in advance, several times the work of the page
 * around it: decision 0090. It is used itself only where a customer waits for the next page.
 */
export function PageLink({ inPlace = false, ...props }: Props) {
  // The same HTML, without what only a browser needs.
  if (typeof window === "undefined") return <a {...props} />;
  return <FollowedLink inPlace={inPlace} {...props} />;
}

/** Whether the page behind the link around this was asked for, and is not there yet. */
export function useIsLeaving(): boolean {
  return useContext(Leaving);
}

function FollowedLink({ href, inPlace, children, onClick, ...props }: Props) {
  const router = useRouter();
  const [isLeaving, startLeaving] = useTransition();
  function follow(event: MouseEvent<HTMLAnchorElement>): void {
    onClick?.(event);
    if (event.defaultPrevented || isForBrowser(event)) return;
    event.preventDefault();
    startLeaving(() => (inPlace ? router.replace(href, { scroll: false }) : router.push(href)));
  }
  return (
    <a {...props} href={href} onClick={follow}>
      <Leaving value={isLeaving}>{children}</Leaving>
    </a>
  );
}

/** A new tab or window, or a file. */
function isForBrowser({ currentTarget, metaKey, ctrlKey, shiftKey, altKey }: MouseEvent<HTMLAnchorElement>) {
  if (metaKey || ctrlKey || shiftKey || altKey) return true;
  return currentTarget.hasAttribute("download") || !["", "_self"].includes(currentTarget.target);
}
