import { type HistoryFilters, haveNoSharedCurrency } from "@/lib/domain/payment-links/history/parse-filters";
import { getTranslations } from "@/lib/i18n/translations";

/** Why the filters may have found nothing, as far as they say it themselves, and what to try. */
export async function getNothingText(filters: HistoryFilters): Promise<string> {
  const t = await getTranslations("history");
  if (haveNoSharedCurrency(filters)) return t("nothingInCurrency");
  return filters.min || filters.max ? t("nothingInRange") : t("nothingText");
}
