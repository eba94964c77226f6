"use client";

import { useEffect } from "react";

/**
 * An installed app has no bar with a way back, and on some phones a file takes the place of the page. There, a file is
 * handed to the phone's share menu. Elsewhere, and without scripts, the link downloads it as always.
 */
export function InstalledDownloads() {
  useEffect(() => {
    if (!matchMedia("(display-mode: standalone)").matches || !("canShare" in navigator)) return;
    const stop = new AbortController();
    const share = (event: Event, address: string, name: string) => {
      event.preventDefault();
      void import("./share-file").then(({ shareFile }) => shareFile(address, name));
    };
    document.addEventListener(
      "click",
      (event) => {
        const link = event.target instanceof Element && event.target.closest("a");
        if (!(link instanceof HTMLAnchorElement) || !link.hasAttribute("download")) return;
        // What the page itself has made, such as recovery codes, is no address that can be asked again.
        if (event.defaultPrevented || !link.protocol.startsWith("http")) return;
        share(event, link.href, link.download);
      },
      stop,
    );
    document.addEventListener(
      "submit",
      (event) => {
        const form = event.target;
        if (!(form instanceof HTMLFormElement) || form.dataset.download === undefined) return;
        const address = new URL(form.action);
        for (const [name, value] of new FormData(form)) address.searchParams.set(name, String(value));
        share(event, address.href, form.dataset.download);
      },
      stop,
    );
    return () => stop.abort();
  }, []);
  return null;
}
