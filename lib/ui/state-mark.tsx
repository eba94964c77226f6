import type { ReactNode } from "react";
import type { ShownState } from "@/lib/domain/payment-links/schema";

/**
 * The state of a link as an icon, a word and a color; the word is given. The icons are in globals.css, because a list
 * has one in each row.
 */
export function StateMark({ state, children }: { state: ShownState; children: ReactNode }) {
  return <span className={`state ${state}`}>{children}</span>;
}
