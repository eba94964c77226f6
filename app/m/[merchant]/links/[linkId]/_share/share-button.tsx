"use client";

import { type MouseEvent, useState } from "react";
import { Icon } from "@/lib/ui/icon";
import { useSaid } from "@/lib/ui/use-said";
import { offerToShare, openMenu, type Shared } from "./share-menu";
import { usePicture } from "./use-picture";
import { useTrackShare } from "./use-track-share";

/**
 * Opens the phone's share menu with the message, the address and the QR code, as far as the phone accepts them. Without
 * a share menu, and without scripts, it opens the other ways to share on this page.
 */
export function ShareButton({
  path,
  waysId,
  shared,
  label,
  labels,
}: {
  path: string;
  /** The id of the folded part of the page with the other ways to share. */
  waysId: string;
  shared: Shared;
  label: string;
  labels: Record<"shared" | "notShared" | "menuFailed", string>;
}) {
  const track = useTrackShare(path);
  const files = usePicture(shared.picture, shared.pictureName);
  const { said, say } = useSaid();
  const [hasFailed, setFailed] = useState(false);

  async function share(event: MouseEvent) {
    event.preventDefault();
    if (!("share" in navigator)) return openWays(waysId);
    const how = await openMenu(offerToShare(shared, files.current));
    setFailed(how === "failed");
    // The picture may be the reason, so the next press goes without it.
    if (how === "failed") files.current = null;
    if (how === "shared") track("share_menu");
    if (how !== "failed") say(how === "shared" ? labels.shared : labels.notShared);
  }

  return (
    <>
      <button
        type="submit"
        name="ways"
        value="open"
        onClick={share}
        className="button button-stacked button-primary"
      >
        <Icon name={said === labels.shared ? "check" : "share"} />
        {said ?? label}
        <span role="status" className="sr-only">
          {said}
        </span>
      </button>
      {hasFailed && (
        <p role="alert" className="order-first col-span-full text-small font-bold text-danger">
          {labels.menuFailed}
        </p>
      )}
    </>
  );
}

function openWays(id: string): void {
  const ways = document.getElementById(id);
  if (!(ways instanceof HTMLDetailsElement)) return;
  ways.open = true;
  ways.scrollIntoView({ block: "start" });
  ways.querySelector("summary")?.focus({ preventScroll: true });
}
