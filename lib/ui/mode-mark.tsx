import type { ReactNode } from "react";
import type { Mode } from "@/lib/core/mode";

/** The word SANDBOX or TEST, which is given. Live has no mark, unless `showLive` asks for one. */
export function ModeMark({
  mode,
  showLive = false,
  children,
}: {
  mode: Mode;
  showLive?: boolean;
  children: ReactNode;
}) {
  if (mode === "live" && !showLive) return null;
  return <span className={`mode-tag ${mode}`}>{children}</span>;
}
