"use client";

import { useRouter } from "next/navigation";
import { createContext, type ReactNode, useContext, useEffect } from "react";
import type { Mode } from "@/lib/core/mode";

/** What the frame around a merchant's pages shows. `face` stands for all of it, for comparison. */
type Frame = { mode: Mode; face: string };

const Shown = createContext<Frame | null>(null);

export function FrameShown({ mode, face, children }: Frame & { children: ReactNode }) {
  return <Shown value={{ mode, face }}>{children}</Shown>;
}

/**
 * The mode that the frame shows.
 * @throws outside a merchant's frame.
 */
export function useShownMode(): Mode {
  const shown = useContext(Shown);
  if (!shown) throw new Error("there is no frame around this");
  return shown.mode;
}

/**
 * A part of every page that holds the frame's contents at the time when the page was rendered. The router keeps the
 * frame from page to page; when these differ, somebody has changed something, and the frame is loaded again.
 */
export function FrameAsOf({ face }: { face: string }) {
  const router = useRouter();
  const shown = useContext(Shown)?.face;
  useEffect(() => {
    if (shown !== face) router.refresh();
  }, [shown, face, router]);
  return null;
}
