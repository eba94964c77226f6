import Negotiator from "negotiator";

/** The languages of the interface. */
export const languages = ["en", "es", "pt"] as const;
export type Language = (typeof languages)[number];

/** Browsers send a few hundred characters and a handful of languages; a longer header is cut off. */
const longestHeader = 500;
const mostTags = 20;

export function isLanguage(text: string | null | undefined): text is Language {
  return languages.some((language) => language === text);
}

/**
 * The locale of a page: the person's chosen language, otherwise the first language of the browser's that we have. The
 * browser's region is kept (`es-CR`), because it decides how numbers and dates are written.
 */
export function resolveLocale(chosen: string | undefined, acceptLanguage: string | null): string {
  const wanted = preferredLocales(acceptLanguage);
  const language = isLanguage(chosen) ? chosen : (wanted.map(getLanguage).find(isLanguage) ?? "en");
  return wanted.find((locale) => getLanguage(locale) === language) ?? language;
}

/** A stored or received locale if we have its language; otherwise English. */
export function toLocale(stored: string | null): string {
  return resolveLocale(undefined, stored);
}

/** The countries (`CL`) in the browser's languages, most wanted first. */
export function preferredRegions(acceptLanguage: string | null): string[] {
  return preferredLocales(acceptLanguage).flatMap((locale) => {
    const { region = "" } = new Intl.Locale(locale);
    return /^[A-Z]{2}$/.test(region) ? [region] : [];
  });
}

/** The language of a page's locale. */
export function toLanguage(locale: string): Language {
  const language = getLanguage(locale);
  return isLanguage(language) ? language : "en";
}

export function getLanguage(locale: string): string {
  return locale.split("-")[0]?.toLowerCase() ?? "";
}

/** A page asks for them several times, and most people's browsers send the same few headers. */
const preferred = new Map<string, string[]>();
const mostHeaders = 500;

/** The languages in an Accept-Language header, most wanted first: `["pt", "en"]`. */
export function preferredLanguages(acceptLanguage: string | null): string[] {
  return preferredLocales(acceptLanguage).map(getLanguage);
}

/** The locales in an Accept-Language header, most wanted first, in a form that `Intl` accepts. */
function preferredLocales(acceptLanguage: string | null): string[] {
  const header = (acceptLanguage ?? "").slice(0, longestHeader);
  const known = preferred.get(header);
  if (known) return known;
  if (preferred.size >= mostHeaders) preferred.clear();
  const locales = readHeader(header);
  preferred.set(header, locales);
  return locales;
}

function readHeader(header: string): string[] {
  const headers = { "accept-language": header };
  const tags = new Negotiator({ headers }).languages().slice(0, mostTags);
  return tags.map(readableTag).filter((locale) => locale !== null);
}

/**
 * A tag's language and region. Its other parts, such as digits or a calendar, would change how money and dates look. If
 * the end of a tag is malformed, the part before it counts (RFC 4647, lookup): `es-mx-ar` is `es-MX`.
 */
function readableTag(tag: string): string | null {
  for (let subtags = tag.split("-"); subtags.length > 0; subtags = subtags.slice(0, -1)) {
    try {
      const { language, region } = new Intl.Locale(subtags.join("-"));
      return region ? `${language}-${region}` : language;
    } catch {
      // Without its last part the tag may be valid.
    }
  }
  return null;
}
