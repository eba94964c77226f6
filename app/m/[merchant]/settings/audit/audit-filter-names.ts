import { getTranslations } from "next-intl/server";

/** What the filters of the log are called where people see them. */
export async function auditFilterNames(): Promise<Record<string, string>> {
  const t = await getTranslations("audit");
  return { group: t("group"), person: t("person"), from: t("from"), to: t("to") };
}
