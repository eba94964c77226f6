import { getTranslations } from "@/lib/i18n/translations";

/** The labels of what a day's close is asked for. */
export async function closeNames(): Promise<Record<string, string>> {
  const t = await getTranslations("close");
  return { day: t("day"), from: t("from"), to: t("to"), person: t("person"), for: t("export") };
}
