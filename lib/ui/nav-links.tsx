"use client";

import { usePathname } from "next/navigation";
import { useEffect } from "react";
import { Icon, type IconName } from "@/lib/ui/icon";
import { LatePart, useLatePart } from "@/lib/ui/late-part";
import { PageLink, useIsLeaving } from "@/lib/ui/page-link";

export type NavItem = { href: string; icon: IconName; label: string; count?: number; keys?: string };

const pendingTab = new LatePart<Pick<NavItem, "icon" | "label">>(
  async () => (await import("@/lib/ui/pending-page")).PendingTab,
);

/** The main pages of the portal: a bar at the bottom of a phone, a column at the side of a desk. */
export function NavLinks({ items, withKeys }: { items: NavItem[]; withKeys: boolean }) {
  const pathname = usePathname();
  useEffect(() => void pendingTab.preload(), []);
  // The most specific page that contains the address: links/new is "New" and not "History".
  const current = items
    .filter(({ href }) => pathname === href || pathname.startsWith(`${href}/`))
    .sort((a, b) => b.href.length - a.href.length)[0];
  return items.map((item) => (
    <PageLink
      key={item.href}
      href={item.href}
      aria-current={item === current ? "page" : undefined}
      data-key={item.keys}
      aria-keyshortcuts={withKeys && item.keys?.length === 1 ? item.keys : undefined}
      className="tab"
    >
      <span className="relative">
        <Icon name={item.icon} />
        <Count of={item.count} className="absolute -top-2 left-3.5 lg:hidden" />
      </span>
      {/* A long word is hyphenated: four of them share the width of a phone. */}
      <span className="tab-word">{item.label}</span>
      <Pending {...item} />
      <Count of={item.count} className="max-lg:hidden" />
      {withKeys && item.keys && (
        <span aria-hidden="true" className="tab-keys">
          {item.keys.split(" ").map((key) => (
            <kbd key={key} className="key">
              {key}
            </kbd>
          ))}
        </span>
      )}
    </PageLink>
  ));
}

/** Marks a page from the tap on until it is there. A page that is there at once needs no mark. */
function Pending(item: NavItem) {
  return useIsLeaving() ? <PendingMark {...item} /> : null;
}

function PendingMark({ icon, label }: NavItem) {
  const PendingTab = useLatePart(pendingTab);
  return (
    <>
      <span
        data-pending=""
        aria-hidden="true"
        className="absolute inset-x-3 top-0 h-0.5 bg-ink lg:inset-x-auto lg:inset-y-2 lg:left-0 lg:h-auto lg:w-0.5"
      />
      {PendingTab && <PendingTab icon={icon} label={label} />}
    </>
  );
}

function Count({ of, className }: { of: number | undefined; className: string }) {
  return of ? (
    <span
      className={`min-w-5 shrink-0 rounded-full bg-ink px-1 text-center text-small leading-5 font-bold text-paper ${className}`}
    >
      {of > 99 ? "99+" : of}
    </span>
  ) : null;
}
