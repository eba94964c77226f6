"use client";

import { useEffect, useState } from "react";

const units = [
  ["day", 86_400],
  ["hour", 3_600],
  ["minute", 60],
  ["second", 1],
] as const;

/** A sentence with how long ago something was in place of `{ago}`, which goes on counting. */
export function TimeAgo({ at, locale, sentence }: { at: string; locale: string; sentence: string }) {
  const [, count] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => count((times) => times + 1), 1_000);
    return () => clearInterval(timer);
  }, []);
  const seconds = Math.max(0, Math.round((Date.now() - Date.parse(at)) / 1_000));
  const [unit, length] = units.find(([, least]) => seconds >= least) ?? units[3];
  const ago = new Intl.RelativeTimeFormat(locale, { numeric: "auto" }).format(
    -Math.floor(seconds / length),
    unit,
  );
  // The server wrote it a moment ago.
  return <span suppressHydrationWarning>{sentence.replace("{ago}", ago)}</span>;
}
