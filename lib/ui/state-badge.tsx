import type { ShownState } from "@/lib/domain/payment-links/schema";
import { useTranslations } from "@/lib/i18n/translations";
import { StateMark } from "@/lib/ui/state-mark";

/** The state of a link as an icon, a word and a color. */
export function StateBadge({ state }: { state: ShownState }) {
  const t = useTranslations("state");
  return <StateMark state={state}>{t(state)}</StateMark>;
}
