import { cookies, headers } from "next/headers";
import { getRequestConfig } from "next-intl/server";
import { isLanguage, languageOf, localeCookie, resolveLocale } from "@/lib/ui/i18n/locale";
import { messagesOf } from "@/lib/ui/messages/catalogue";

/** Tells next-intl the language of each request. */
export default getRequestConfig(async () => {
  const chosen = (await cookies()).get(localeCookie)?.value;
  const locale = resolveLocale(chosen, (await headers()).get("accept-language"));
  const language = languageOf(locale);
  return { locale, messages: messagesOf(isLanguage(language) ? language : "en"), timeZone: "UTC" };
});
