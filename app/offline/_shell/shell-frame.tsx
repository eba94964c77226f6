"use client";

import type { ReactNode } from "react";
import { merchantPaths } from "@/lib/core/merchant-paths";
import { paths } from "@/lib/core/paths";
import { accentStyle } from "@/lib/ui/accent";
import { Icon, type IconName } from "@/lib/ui/icon";
import { ModeMark } from "@/lib/ui/mode-mark";
import type { LastSeen } from "@/lib/ui/offline/last-seen";
import { Mark } from "@/lib/ui/wordmark";
import type { Place } from "./read-place";
import type { ShellLabels } from "./shell-labels";
import { useIsOnline } from "./use-seen";

type Item = { href: string; icon: IconName; label: string; page: Place["page"]; count?: number };

/** The frame of the pages without a network: as the merchant's own, with what works. Each address is a document. */
export function ShellFrame({
  labels,
  seen,
  place,
  draftCount,
  children,
}: {
  labels: ShellLabels;
  seen: LastSeen | null;
  place: Place;
  draftCount: number;
  children: ReactNode;
}) {
  const merchant = seen?.merchant;
  const to = merchant && merchantPaths(merchant.slug);
  const items: Item[] = to
    ? [
        ...(merchant.mayCreate
          ? [{ href: to.newLink, icon: "plus", label: labels.nav.new, page: "new" } as const]
          : []),
        { href: to.links, icon: "list", label: labels.nav.history, page: "links" },
        {
          href: paths.offline,
          icon: "clock",
          label: labels.drafts.title,
          page: "drafts",
          count: draftCount,
        },
      ]
    : [];
  const mode = merchant?.mode ?? "live";
  return (
    <div
      style={merchant && accentStyle(merchant.color)}
      className={`frame min-h-dvh lg:grid lg:grid-cols-[13.5rem_minmax(0,1fr)] ${mode === "live" ? "[--edge:0px]" : "[--edge:0.5rem]"}`}
    >
      <div className="sticky top-0 z-20 bg-paper lg:col-span-2">
        {mode !== "live" && (
          <div className={mode === "test" ? "edge-test" : "edge-sandbox"} aria-hidden="true" />
        )}
      </div>
      <header className="sticky top-0 z-10 max-lg:low:static flex min-h-(--header) items-center justify-between gap-3 border-b border-line bg-paper px-5 lg:top-(--edge) lg:h-[calc(100dvh-var(--edge))] lg:flex-col lg:items-stretch lg:justify-start lg:gap-6 lg:border-r lg:border-b-0 lg:px-3 lg:py-5">
        <span className="flex min-h-11 min-w-0 items-center gap-2 lg:px-3">
          <Mark className="size-6 shrink-0" />
          <bdi className="truncate font-bold">{merchant?.name ?? "cobro"}</bdi>
        </span>
        <span className="flex shrink-0 items-center gap-2 lg:flex-wrap lg:px-3">
          <Badge text={labels.badge} />
          <ModeMark mode={mode}>{labels.modes[mode]}</ModeMark>
        </span>
        {items.length > 0 && (
          <nav
            aria-label={labels.nav.main}
            className="bar fixed inset-x-0 bottom-0 z-10 flex border-t border-line bg-paper pr-[env(safe-area-inset-right)] pb-[env(safe-area-inset-bottom)] pl-[env(safe-area-inset-left)] short:hidden lg:static lg:flex-col lg:gap-1 lg:border-0"
          >
            {items.map(({ href, icon, label, page, count }) => (
              <a
                key={href}
                href={href}
                aria-current={page === place.page ? "page" : undefined}
                className={`flex min-h-[calc(var(--bar)-1px)] flex-1 flex-col items-center justify-center text-small no-underline lg:min-h-11 lg:flex-none lg:flex-row lg:justify-start lg:gap-3 lg:rounded-box lg:px-3 ${
                  page === place.page ? "font-bold text-ink lg:bg-sunken" : "text-muted"
                }`}
              >
                <Icon name={icon} />
                <span>
                  {label}
                  {count ? ` ${count}` : ""}
                </span>
              </a>
            ))}
          </nav>
        )}
      </header>
      <main className="mx-auto w-full max-w-5xl px-5 pt-5 snug:pt-3 pb-[calc(6rem+env(safe-area-inset-bottom))] lg:px-10 lg:pt-8 lg:pb-12">
        {children}
      </main>
    </div>
  );
}

function Badge({ text }: { text: string }) {
  return useIsOnline() ? null : (
    <span className="mode-tag inline-block rounded-full bg-ink px-2.5 text-small font-bold whitespace-nowrap text-paper">
      {text}
    </span>
  );
}
