"use client";

import { useEffect, useState } from "react";
import { laterParts as onServer } from "#later-parts";
import type { laterParts } from "./later-parts";

export type LaterParts = typeof laterParts;

/** How long to wait before asking again for a file that did not come: longer each time. */
const firstPauseMs = 1_000;
const longestPauseMs = 60_000;

/** A server has them at once, so that its HTML is whole. */
let parts: LaterParts | null = onServer;
let loading: Promise<LaterParts> | undefined;

/** Resolves once they are there: a file that did not come is asked for again and again. */
export function loadLater(): Promise<LaterParts> {
  loading ??= load();
  return loading;
}

async function load(): Promise<LaterParts> {
  for (let pauseMs = firstPauseMs; ; pauseMs = Math.min(pauseMs * 2, longestPauseMs)) {
    try {
      const file = await import("./later-parts");
      parts = file.laterParts;
      return parts;
    } catch {
      await new Promise((resolve) => {
        setTimeout(resolve, pauseMs);
        globalThis.addEventListener?.("online", resolve, { once: true });
      });
    }
  }
}

/** Null until they are there. */
export function findLater(): LaterParts | null {
  return parts;
}

/** The same, for a component that is shown again once they are there. */
export function useLater(): LaterParts | null {
  const [later, setLater] = useState(parts);
  useEffect(() => {
    if (!later) void loadLater().then(setLater);
  }, [later]);
  return later;
}

// At once: what a person does first may need it.
if (typeof window !== "undefined") void loadLater();
