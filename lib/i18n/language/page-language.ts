import type { Language } from "@/lib/i18n/language/locale";

/** The language of the page that is open, for scripts that have their sentences in every language. Not for the server. */
export function pageLanguage(): Language {
  const spoken = document.documentElement.lang.slice(0, 2);
  return spoken === "es" || spoken === "pt" ? spoken : "en";
}
