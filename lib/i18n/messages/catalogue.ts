import { getLanguage, isLanguage, type Language } from "@/lib/i18n/language/locale";
import type { Translation } from "@/lib/i18n/language/translation";
import { en } from "@/lib/i18n/messages/en/catalogue";
import { es } from "@/lib/i18n/messages/es/catalogue";
import { pt } from "@/lib/i18n/messages/pt/catalogue";

const catalogues: Record<Language, Translation<typeof en>> = { en, es, pt };

/** The messages of the interface in one language. The English catalogue is the type of the others. */
export function getMessages(language: Language): typeof en {
  return catalogues[language] as typeof en;
}

/** The same in the language of a locale. */
export function messagesIn(locale: string): typeof en {
  const language = getLanguage(locale);
  return getMessages(isLanguage(language) ? language : "en");
}

declare module "use-intl/core" {
  interface AppConfig {
    Messages: typeof en;
  }
}
