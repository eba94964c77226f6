import type { Mode } from "@/lib/core/mode";
import { type ListedLink, toShownState } from "@/lib/domain/payment-links/schema";
import { momentFormat } from "@/lib/i18n/format-moment";
import { useLocale, useTranslations } from "@/lib/i18n/translations";
import { formatMoney } from "@/lib/money/format-money";
import { ModeTag } from "@/lib/ui/mode-tag";
import { useMoments } from "@/lib/ui/moments/use-moments";
import { type HistoryRow, HistoryRows } from "./history-rows";
import type { PickLabels } from "./pick-form";

/** A link that was created less than this ago slides in. */
const newMs = 8_000;

/**
 * Links under headings for their days, newest first: a card for each on a phone, a line in columns on a desk. When all
 * lines have the same mode it is shown only once. `level` is the level of the headings. In another order than that of
 * time there are no days, and each line has its date.
 */
export function HistoryList({
  links,
  openId,
  timeZone,
  level,
  frameMode,
  isByTime,
  ...addresses
}: {
  links: ListedLink[];
  /** A link's address is its id between these. */
  path: string;
  search: string;
  openId: string | null;
  timeZone: string;
  level: 2 | 3;
  /** The mode that the frame around the page shows. */
  frameMode: Mode;
  isByTime: boolean;
  /** On a desk, what can be done with links that are chosen. */
  pick: PickLabels | null;
}) {
  const moments = useMoments(timeZone);
  const locale = useLocale();
  const toTime = momentFormat(locale, {
    timeStyle: "short",
    ...(!isByTime && { dateStyle: "medium" }),
    timeZone,
  });
  const states = useTranslations("state");
  const modes = useTranslations("mode");
  const t = useTranslations("link");
  const [first] = links;
  const sharedMode = first && links.every(({ mode }) => mode === first.mode) ? first.mode : null;
  const toRow = (link: ListedLink): HistoryRow => {
    const { id, amountMinor, currency, description, createdBy, createdAt } = link;
    const amount = amountMinor === null || !currency ? null : formatMoney(amountMinor, currency, locale);
    const time = toTime(createdAt);
    const creator = createdBy?.name ?? null;
    const row = [id, amount, toShownState(link), description, creator, time] as const;
    const ownTime = moments.toOwn(createdAt);
    const mode = sharedMode ? null : link.mode;
    if (Date.now() - createdAt.getTime() < newMs) return [...row, ownTime, mode, true];
    if (mode) return [...row, ownTime, mode];
    return ownTime === null ? [...row] : [...row, ownTime];
  };
  const days = new Map<string, HistoryRow[]>();
  for (const link of links) {
    const day = isByTime ? moments.toDay(link.createdAt) : "";
    days.set(day, [...(days.get(day) ?? []), toRow(link)]);
  }
  const shownStates = new Set(links.map(toShownState));
  const shownModes = new Set(sharedMode ? [] : links.map(({ mode }) => mode));
  return (
    <HistoryRows
      {...addresses}
      days={JSON.stringify([...days])}
      openId={openId}
      level={level}
      sharedMode={sharedMode && <ModeTag mode={sharedMode} showLive={frameMode !== "live"} />}
      labels={{
        noAmount: t("noAmount"),
        noDescription: t("noDescription"),
        states: Object.fromEntries([...shownStates].map((state) => [state, states(state)])),
        modes: Object.fromEntries([...shownModes].map((mode) => [mode, modes(mode)])),
      }}
    />
  );
}
