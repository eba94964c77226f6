import { use } from "react";
import { getPersonZone } from "@/lib/i18n/person-zone";
import { useTranslations } from "@/lib/i18n/translations";
import { useMoments } from "./use-moments";

/**
 * Above what is ordered or chosen by days: whose days these are, for a person whose clock shows another time. Before a
 * browser has told its zone, which it does with scripts and at once, the place is kept, so that the list stays where it is.
 */
export function ZoneNote({ timeZone }: { timeZone: string }) {
  const t = useTranslations("zone");
  const { now } = useMoments(timeZone);
  const isToldSoon = use(getPersonZone()) === null;
  if (isToldSoon) return <p className="zone" />;
  return now && <p className="text-small text-muted">{t("note", now)}</p>;
}
