import type { Language } from "@/lib/i18n/locale";
import { en } from "@/lib/i18n/messages/en/catalogue";
import { es } from "@/lib/i18n/messages/es/catalogue";

/** The same keys as English with any words; a key that is missing or extra does not compile. */
export type Translation<Source> = {
  readonly [Key in keyof Source]: Source[Key] extends string ? string : Translation<Source[Key]>;
};

const catalogues: Record<Language, Translation<typeof en>> = { en, es };

/** The words of the interface in one language. English is the type of all the others. */
export function getMessages(language: Language): typeof en {
  return catalogues[language] as typeof en;
}

declare module "use-intl/core" {
  interface AppConfig {
    Messages: typeof en;
  }
}
