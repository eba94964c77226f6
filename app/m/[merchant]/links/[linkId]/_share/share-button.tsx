"use client";

import { type MouseEvent, useEffect, useRef } from "react";
import { Icon } from "@/lib/ui/icon";
import { type CopyLabels, useCopy } from "@/lib/ui/use-copy";
import { useTrackShare } from "./use-track-share";

export type Shared = {
  /** The message without and with the address. */
  text: string;
  whole: string;
  url: string;
  subject: string;
  /** The address of the QR code's PNG, and its file name for the receiver. */
  picture: string;
  pictureName: string;
};

/**
 * Opens the phone's own share menu, with the QR code if the menu accepts files. Without such a menu, it copies the
 * message.
 */
export function ShareButton({
  path,
  shared: { text, whole, url, subject, picture, pictureName },
  label,
  labels,
}: {
  path: string;
  shared: Shared;
  label: string;
  labels: CopyLabels;
}) {
  const { said, copy } = useCopy(labels);
  const track = useTrackShare(path);
  const files = usePicture(picture, pictureName);

  async function share(event: MouseEvent) {
    event.preventDefault();
    const message = files.current ? { text: whole, files: files.current } : { text, url };
    const how = "share" in navigator ? await openMenu({ title: subject, ...message }) : "failed";
    if (how === "shared") track("share_menu");
    if (how === "failed" && (await copy(whole))) track("copied_message");
  }

  return (
    <button
      type="submit"
      name="ways"
      value="open"
      onClick={share}
      className="button button-stacked button-primary"
    >
      <Icon name={said === labels.copied ? "check" : "share"} />
      {said ?? label}
      <span role="status" className="sr-only">
        {said}
      </span>
    </button>
  );
}

/** Closing the menu without a choice is not an error. */
async function openMenu(data: ShareData): Promise<"shared" | "closed" | "failed"> {
  try {
    await navigator.share(data);
    return "shared";
  } catch (error) {
    return error instanceof DOMException && error.name === "AbortError" ? "closed" : "failed";
  }
}

/** The picture as a file, loaded in advance: the menu opens only directly after a press. */
function usePicture(address: string, name: string) {
  const files = useRef<File[] | null>(null);
  useEffect(() => {
    let isCurrent = true;
    async function fetchPicture() {
      const response = "canShare" in navigator ? await fetch(address) : null;
      if (!response?.ok) return;
      const fetched = [new File([await response.blob()], name, { type: "image/png" })];
      if (isCurrent && navigator.canShare({ files: fetched })) files.current = fetched;
    }
    // Without it, only the message is shared.
    fetchPicture().catch(() => {});
    return () => {
      isCurrent = false;
      files.current = null;
    };
  }, [address, name]);
  return files;
}
