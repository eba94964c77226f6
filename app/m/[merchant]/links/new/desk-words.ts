import { getTranslations } from "next-intl/server";
import type { DeskProps } from "./create-desk";

/** All that the page's own script says; the catalogues stay on the server. */
export async function deskWords(merchant: string): Promise<DeskProps["words"]> {
  const t = await getTranslations("newLink");
  const words = await getTranslations("create");
  const errors = await getTranslations("errors");
  return {
    title: t("title"),
    amount: t("amount"),
    currency: t("currency"),
    description: t("description"),
    placeholder: t("descriptionPlaceholder"),
    usual: words("usual"),
    readings: t("readings"),
    submit: t("submit"),
    pending: t("pending"),
    forMerchant: words("forMerchant", { merchant }),
    seeEarlier: t("seeEarlier"),
    useEarlier: t("useEarlier"),
    createAnyway: t("createAnyway"),
    keypad: words("keypad"),
    back: words("back"),
    mark: words("mark"),
    templates: words("templates"),
    slow: words("slow"),
    offline: words("offline"),
    noAnswer: words("noAnswer"),
    stalePage: errors("form_unreadable"),
  };
}
