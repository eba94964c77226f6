import { cookies, headers } from "next/headers";
import { getRequestConfig } from "next-intl/server";
import { getLanguage, isLanguage, resolveLocale } from "@/lib/i18n/language/locale";
import { getMessages } from "@/lib/i18n/messages/catalogue";
import { getPersonZone } from "@/lib/i18n/person-zone";
import { cookieName } from "@/lib/platform/cookie-name";

/** Gives next-intl the locale and the messages of each request. */
export default getRequestConfig(async () => {
  const chosen = (await cookies()).get(cookieName("language"))?.value;
  const locale = resolveLocale(chosen, (await headers()).get("accept-language"));
  const language = getLanguage(locale);
  return {
    locale,
    messages: getMessages(isLanguage(language) ? language : "en"),
    timeZone: (await getPersonZone()) ?? "UTC",
  };
});
