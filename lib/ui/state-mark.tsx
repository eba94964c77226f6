import type { ReactNode } from "react";
import type { ShownState } from "@/lib/domain/payment-links/schema";
import { Icon, type IconName } from "@/lib/ui/icon";

const look = {
  sending: { icon: "clock", color: "text-muted" },
  // Not a tick, which would mean "paid"; Cobro does not know whether a link was paid.
  open: { icon: "external", color: "text-good" },
  inactive: { icon: "cross", color: "text-caution" },
  rejected: { icon: "cross", color: "text-danger" },
  unknown: { icon: "question", color: "text-caution" },
  abandoned: { icon: "cross", color: "text-muted" },
} as const satisfies Record<ShownState, { icon: IconName; color: string }>;

/** The state of a link as an icon, a word and a color; the word is given. */
export function StateMark({ state, children }: { state: ShownState; children: ReactNode }) {
  const { icon, color } = look[state];
  return (
    <span className={`state ${color}`}>
      <Icon name={icon} className="size-4" />
      {children}
    </span>
  );
}
