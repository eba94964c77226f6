import { getFormatter, getTranslations } from "@/lib/i18n/translations";

/** Where a customer's data is or was, in words: `2 links and 1 row of a table`. */
export async function describePlaces({ links, rows }: { links: number; rows: number }): Promise<string> {
  const t = await getTranslations("customers");
  const named = [
    ...(links > 0 || rows === 0 ? [t("links", { count: links })] : []),
    ...(rows > 0 ? [t("rows", { count: rows })] : []),
  ];
  return (await getFormatter()).list(named);
}
