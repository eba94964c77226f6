"use client";

import { lazy, type MouseEvent, type ReactNode, Suspense, useEffect, useState } from "react";
import { exportKey } from "./export-key";
import type { FollowedExport } from "./followed-export";

const ExportPanel = lazy(async () => ({ default: (await import("./export-panel")).ExportPanel }));

/**
 * Around the addresses of files: whoever downloads one sees how it goes on, here and on every page with the same links.
 * What begins and shows it is loaded with the first one.
 * @param runs the address that tells about an export, before its id.
 */
export function FollowExports({ runs, children }: { runs: string; children: ReactNode }) {
  const [followed, setFollowed] = useState<FollowedExport | null>(null);
  const [isBegunHere, setIsBegunHere] = useState(false);
  useEffect(() => {
    setFollowed(null);
    if (!isStored(runs)) return;
    let isLeft = false;
    void import("./followed-export").then(
      ({ readExport }) => isLeft || setFollowed(readExport(runs)),
      // Without the script nothing is shown of an export that goes on all the same.
      () => {},
    );
    return () => {
      isLeft = true;
    };
  }, [runs]);

  async function begin(href: string): Promise<void> {
    const file = await import("./followed-export").catch(() => null);
    // Without the script it is a download as without scripts.
    if (!file) return window.location.assign(href);
    setIsBegunHere(true);
    setFollowed(file.beginDownload(runs, href));
  }

  function follow(event: MouseEvent): void {
    const link = event.target instanceof Element ? event.target.closest("a") : null;
    if (!link || !isFollowed(event)) return;
    event.preventDefault();
    void begin(link.href);
  }

  async function close(): Promise<void> {
    setFollowed(null);
    (await import("./followed-export")).forgetExport(runs);
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
            onAgain={() => void begin(followed.href)}
            onClose={() => void close()}
          />
        </Suspense>
      )}
    </div>
  );
}

/** Whether an export was begun in this tab. A browser may forbid its storage. */
function isStored(runs: string): boolean {
  try {
    return sessionStorage.getItem(exportKey(runs)) !== null;
  } catch {
    return false;
  }
}

/** An installed app shares its files instead, and a page without TLS makes no ids: both download as without scripts. */
function isFollowed(event: MouseEvent): boolean {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey)
    return false;
  if (!("randomUUID" in crypto)) return false;
  return !("canShare" in navigator && matchMedia("(display-mode: standalone)").matches);
}
