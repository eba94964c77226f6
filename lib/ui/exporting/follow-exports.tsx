"use client";

import { lazy, type MouseEvent, type ReactNode, Suspense, useEffect, useState } from "react";
import { beginDownload, type FollowedExport, forgetExport, readExport } from "./followed-export";

const ExportPanel = lazy(async () => ({ default: (await import("./export-panel")).ExportPanel }));

/**
 * Around the addresses of files: whoever downloads one sees how it goes on, here and on every page with the same links.
 * @param runs the address that tells about an export, before its id.
 */
export function FollowExports({ runs, children }: { runs: string; children: ReactNode }) {
  const [followed, setFollowed] = useState<FollowedExport | null>(null);
  const [isBegunHere, setIsBegunHere] = useState(false);
  useEffect(() => setFollowed(readExport(runs)), [runs]);

  function begin(href: string): void {
    setIsBegunHere(true);
    setFollowed(beginDownload(runs, href));
  }

  function follow(event: MouseEvent): void {
    const link = event.target instanceof Element ? event.target.closest("a") : null;
    if (!link || !isFollowed(event)) return;
    event.preventDefault();
    begin(link.href);
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: what is pressed are the links within.
    // biome-ignore lint/a11y/useKeyWithClickEvents: a link that is opened with a key is clicked.
    <div onClick={follow} className="grid gap-2">
      {children}
      {followed && (
        <Suspense>
          <ExportPanel
            key={followed.id}
            address={runs + followed.id}
            isBegunHere={isBegunHere}
            onAgain={() => begin(followed.href)}
            onClose={() => {
              forgetExport(runs);
              setFollowed(null);
            }}
          />
        </Suspense>
      )}
    </div>
  );
}

/** An installed app shares its files instead, and a page without TLS makes no ids: both download as without scripts. */
function isFollowed(event: MouseEvent): boolean {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey)
    return false;
  if (!("randomUUID" in crypto)) return false;
  return !("canShare" in navigator && matchMedia("(display-mode: standalone)").matches);
}
