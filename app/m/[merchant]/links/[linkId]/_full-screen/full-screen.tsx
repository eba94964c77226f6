"use client";

import { useRouter } from "next/navigation";
import { type ReactNode, useEffect, useLayoutEffect, useRef } from "react";
import { useTrackShare } from "@/app/m/[merchant]/links/[linkId]/_share/use-track-share";
import { isOneStepBack } from "./show-link";
import { useWakeLock } from "./use-wake-lock";

/**
 * Covers the whole screen and keeps it on until it is tapped, Escape is pressed, or the person goes back. Without
 * scripts it is an ordinary page that covers everything else.
 */
export function FullScreen({
  path,
  showPath,
  title,
  children,
}: {
  path: string;
  showPath: string;
  title: string;
  children: ReactNode;
}) {
  const router = useRouter();
  const dialog = useRef<HTMLDialogElement>(null);
  useModal(dialog);
  useWakeLock();
  useTrackedOnce(path);

  function leave() {
    if (isOneStepBack(showPath)) router.back();
    else router.replace(path);
  }

  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: for the keyboard there is Escape and the button inside.
    <dialog
      ref={dialog}
      open
      tabIndex={-1}
      aria-label={title}
      onCancel={(event) => {
        event.preventDefault();
        leave();
      }}
      onClick={(event) => {
        event.preventDefault();
        leave();
      }}
      className="full-screen"
    >
      {children}
    </dialog>
  );
}

/** Opens it as a modal dialog, so that the page behind it gets neither focus nor taps. */
function useModal(ref: React.RefObject<HTMLDialogElement | null>): void {
  useLayoutEffect(() => {
    const dialog = ref.current;
    dialog?.removeAttribute("open");
    dialog?.showModal();
    // The dialog and not the button in it, whose focus ring the customer would see.
    dialog?.focus();
    return () => dialog?.close();
  }, [ref]);
}

function useTrackedOnce(path: string): void {
  const track = useTrackShare(path);
  const isTracked = useRef(false);
  useEffect(() => {
    if (isTracked.current) return;
    isTracked.current = true;
    track("shown");
  });
}
