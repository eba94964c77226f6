import { remember } from "@/lib/core/remember";

/** Each locale of people here, with each style of a page and each zone. */
const mostFormats = 500;

const findFormat = remember(mostFormats, (key: string) => {
  const [locale, options]: [string, Intl.DateTimeFormatOptions] = JSON.parse(key);
  return new Intl.DateTimeFormat(locale, options);
});

/**
 * Formats moments as use-intl does, for lists of many, without its look at every option each time. Making a formatter
 * takes as long as writing a page's worth of times.
 */
export function momentFormat(
  locale: string,
  options: Intl.DateTimeFormatOptions & { timeZone: string },
): (at: Date) => string {
  const format = findFormat(JSON.stringify([locale, options]));
  return (at) => format.format(at);
}
