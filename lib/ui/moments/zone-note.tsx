import { useTranslations } from "@/lib/i18n/translations";
import { useMoments } from "./use-moments";

/** Above what is ordered or chosen by days: whose days these are, for a person whose clock shows another time. */
export function ZoneNote({ timeZone }: { timeZone: string }) {
  const t = useTranslations("zone");
  const { now } = useMoments(timeZone);
  return now && <p className="text-small text-muted">{t("note", now)}</p>;
}
