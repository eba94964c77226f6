import { getTranslations } from "@/lib/i18n/translations";

/** The labels of the log's filters. */
export async function auditFilterNames(): Promise<Record<string, string>> {
  const t = await getTranslations("audit");
  return { group: t("group"), person: t("person"), from: t("from"), to: t("to") };
}
