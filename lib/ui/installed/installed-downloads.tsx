"use client";

import { useEffect } from "react";

/**
 * An installed app has no bar with a way back, and on some phones a file takes the place of the page. There, a file goes
 * to the phone's share menu. Elsewhere, and without scripts, the link downloads it as always.
 */
export function InstalledDownloads() {
  useEffect(() => {
    if (matchMedia("(display-mode: standalone)").matches)
      void import("./share-downloads").then(({ shareDownloads }) => shareDownloads());
  }, []);
  return null;
}
