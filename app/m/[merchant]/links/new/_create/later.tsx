"use client";

import { type ReactNode, use, useSyncExternalStore } from "react";
import { findLater, type LaterParts, loadLater } from "./use-later";

const never = () => () => {};

/**
 * What only an answer brings. The HTML of an answered form has it, and the page is at work there once its script has come.
 * Without a boundary of `Suspense`: React would send it hidden, and show it with a script.
 */
export function Later({ children }: { children: (parts: LaterParts) => ReactNode }) {
  const isInHtml = useSyncExternalStore(
    never,
    () => false,
    () => true,
  );
  const parts = findLater() ?? (isInHtml ? use(loadLater()) : null);
  return parts && children(parts);
}
