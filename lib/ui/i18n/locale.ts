/** The languages of the interface. */
export const languages = ["en", "es"] as const;
export type Language = (typeof languages)[number];

export const localeCookie = "locale";

export function isLanguage(text: string | null | undefined): text is Language {
  return languages.some((language) => language === text);
}

/**
 * The locale to speak: the person's chosen language, else the first one of the browser's that we have. The
 * browser's region is kept (`es-CR`), because it decides how numbers and dates are written.
 */
export function resolveLocale(chosen: string | undefined, acceptLanguage: string | null): string {
  const preferred = preferredTags(acceptLanguage);
  const language = isLanguage(chosen) ? chosen : (preferred.map(languageOf).find(isLanguage) ?? "en");
  return preferred.find((tag) => languageOf(tag) === language) ?? language;
}

export function languageOf(locale: string): string {
  return locale.split("-")[0]?.toLowerCase() ?? "";
}

/** The valid tags of an Accept-Language header, most wanted first. */
function preferredTags(acceptLanguage: string | null): string[] {
  return (acceptLanguage ?? "")
    .slice(0, 500)
    .split(",")
    .map((part) => {
      const [tag = "", quality = "1"] = part.trim().split(/;\s*q=/);
      return { tag, quality: Number(quality) };
    })
    .filter(({ tag, quality }) => /^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i.test(tag) && quality > 0)
    .sort((a, b) => b.quality - a.quality)
    .map(({ tag }) => tag);
}
