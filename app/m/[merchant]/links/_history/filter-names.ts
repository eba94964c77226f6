import { getTranslations } from "next-intl/server";

/** What the filters of the history are called where people see them. */
export async function historyFilterNames(): Promise<Record<string, string>> {
  const t = await getTranslations("history");
  const desk = await getTranslations("splitView");
  return {
    q: t("search"),
    mode: t("mode"),
    state: t("state"),
    currency: t("currency"),
    creator: desk("creator"),
    from: t("from"),
    to: t("to"),
  };
}
