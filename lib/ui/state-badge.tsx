import { useTranslations } from "next-intl";
import type { LinkState } from "@/lib/domain/payment-links/schema";
import { Icon, type IconName } from "@/lib/ui/icon";

const look = {
  sending: { icon: "clock", color: "text-muted" },
  ready: { icon: "check", color: "text-good" },
  rejected: { icon: "cross", color: "text-danger" },
  unknown: { icon: "question", color: "text-caution" },
  abandoned: { icon: "cross", color: "text-muted" },
} as const satisfies Record<LinkState, { icon: IconName; color: string }>;

const inactive = { icon: "cross", color: "text-caution" } as const;

/** A link's state in a sign, a word and a color. A ready link that 4Geeks calls inactive is that first. */
export function StateBadge({ state, isInactive = false }: { state: LinkState; isInactive?: boolean }) {
  const t = useTranslations("state");
  const share = useTranslations("share");
  const { icon, color } = isInactive ? inactive : look[state];
  return (
    <span className={`state inline-flex items-center gap-1 text-small font-bold ${color}`}>
      <Icon name={icon} className="size-4" />
      {isInactive ? share("inactive") : t(state)}
    </span>
  );
}
