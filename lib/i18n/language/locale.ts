import Negotiator from "negotiator";

/** The languages of the interface. */
export const languages = ["en", "es"] as const;
export type Language = (typeof languages)[number];

/** Browsers send a few hundred characters and a handful of languages; what is longer is cut. */
const longestHeader = 500;
const mostTags = 20;

export function isLanguage(text: string | null | undefined): text is Language {
  return languages.some((language) => language === text);
}

/**
 * The locale to speak: the person's chosen language, else the first one of the browser's that we have. The
 * browser's region is kept (`es-CR`), because it decides how numbers and dates are written.
 */
export function resolveLocale(chosen: string | undefined, acceptLanguage: string | null): string {
  const preferred = preferredLocales(acceptLanguage);
  const language = isLanguage(chosen) ? chosen : (preferred.map(getLanguage).find(isLanguage) ?? "en");
  return preferred.find((locale) => getLanguage(locale) === language) ?? language;
}

/** A locale that was stored or handed in, as one that can be spoken; English for anything else. */
export function toLocale(stored: string | null): string {
  return resolveLocale(undefined, stored);
}

/** The countries (`CL`) that the browser's languages name, most wanted first. */
export function preferredRegions(acceptLanguage: string | null): string[] {
  return preferredLocales(acceptLanguage).flatMap((locale) => {
    const { region = "" } = new Intl.Locale(locale);
    return /^[A-Z]{2}$/.test(region) ? [region] : [];
  });
}

export function getLanguage(locale: string): string {
  return locale.split("-")[0]?.toLowerCase() ?? "";
}

/** What an Accept-Language header asks for, most wanted first, each a locale that `Intl` takes. */
function preferredLocales(acceptLanguage: string | null): string[] {
  const headers = { "accept-language": (acceptLanguage ?? "").slice(0, longestHeader) };
  const tags = new Negotiator({ headers }).languages().slice(0, mostTags);
  return tags.map(readableTag).filter((locale) => locale !== null);
}

/**
 * A tag's language and region. Whatever else it says, such as digits or a calendar of its own, would change how money
 * and dates look. A tag that is malformed at its end counts as far as it can be read (RFC 4647's lookup): `es-mx-ar`
 * as `es-MX`.
 */
function readableTag(tag: string): string | null {
  for (let subtags = tag.split("-"); subtags.length > 0; subtags = subtags.slice(0, -1)) {
    try {
      const { language, region } = new Intl.Locale(subtags.join("-"));
      return region ? `${language}-${region}` : language;
    } catch {
      // One subtag less may be readable.
    }
  }
  return null;
}
