import { getTranslations } from "@/lib/i18n/translations";

/** The labels of the history's filters. */
export async function historyFilterNames(): Promise<Record<string, string>> {
  const t = await getTranslations("history");
  const desk = await getTranslations("splitView");
  return {
    q: t("search"),
    mode: t("mode"),
    state: t("state"),
    currency: t("currency"),
    creator: desk("creator"),
    selected: (await getTranslations("selected"))("title"),
    batch: (await getTranslations("bulk"))("title"),
    from: t("from"),
    to: t("to"),
    min: t("min"),
    max: t("max"),
    tag: t("tag"),
    sort: t("sort"),
  };
}
