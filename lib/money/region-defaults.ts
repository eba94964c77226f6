import countryToCurrency from "country-to-currency";
import { type CustomerLanguage, isCustomerLanguage } from "@/lib/core/customer-language";
import { isCurrency } from "@/lib/money/currencies";
import { getRegion, isTimeZone, listRegionTimeZones } from "@/lib/money/region";

/** The time zone in which most people of a country live, for countries with several. */
const mainTimeZones: Record<string, string> = {
  AR: "America/Argentina/Buenos_Aires",
  BR: "America/Sao_Paulo",
  CL: "America/Santiago",
  EC: "America/Guayaquil",
  ES: "Europe/Madrid",
  MX: "America/Mexico_City",
  PT: "Europe/Lisbon",
};

/** Countries where business is done in dollars, although they have a currency of their own. */
const dollarized = ["PA", "SV"];

/** Countries where people speak Portuguese. */
const portuguese = ["AO", "BR", "CV", "MZ", "PT"];

/** Countries where people speak Spanish. */
// biome-ignore format: a table of codes reads better in rows.
const spanish = [
  "AR", "BO", "CL", "CO", "CR", "CU", "DO", "EC", "ES", "GQ", "GT", "HN", "MX", "NI", "PA", "PE", "PR", "PY", "SV", "UY",
  "VE",
];

export type KnownOfPlace = {
  /** The countries that the browser's languages name, most wanted first. */
  regions: string[];
  /** The language of the person's screen. */
  language: string;
  /** As the browser reports it, so it may be any text; "" when it does not. */
  timeZone: string;
};

export type GuessedPlace = {
  defaultCurrency: string;
  timeZone: string;
  /** At least one; the first is the language of most customers. */
  customerLanguages: CustomerLanguage[];
};

/**
 * What a new merchant begins with: a guess from the browser's languages and time zone. It is shown before the merchant
 * is created, and can be changed.
 */
export function regionDefaults({ regions, language, timeZone }: KnownOfPlace): GuessedPlace {
  const toldZone = isTimeZone(timeZone) ? timeZone : "UTC";
  const region = regions[0] ?? getRegion({ timeZone: toldZone, currency: "USD" });
  return {
    defaultCurrency: getCurrency(region),
    timeZone: isPlace(toldZone) ? toldZone : (getMainTimeZone(region) ?? toldZone),
    customerLanguages: languagesFirst([spokenIn(region), language, "en"]),
  };
}

/** A country's currency; dollars where links cannot be made in it, or no country is known. */
function getCurrency(region: string | null): string {
  if (region === null || dollarized.includes(region)) return "USD";
  const currency = new Map<string, string>(Object.entries(countryToCurrency)).get(region) ?? "USD";
  return isCurrency(currency) ? currency : "USD";
}

function getMainTimeZone(region: string | null): string | undefined {
  if (region === null) return undefined;
  const [only, another] = listRegionTimeZones(region);
  return mainTimeZones[region] ?? (another === undefined ? only : undefined);
}

/** A time zone of some place, not `UTC` and the like, which browsers report when they do not know or do not tell. */
export function isPlace(timeZone: string): boolean {
  return isTimeZone(timeZone) && timeZone.includes("/") && !/^etc\//i.test(timeZone);
}

function spokenIn(region: string | null): string {
  if (region === null) return "";
  if (portuguese.includes(region)) return "pt";
  return spanish.includes(region) ? "es" : "";
}

/**
 * The first two that are customer languages: that of the country, then that of the person's screen, then English for
 * visitors.
 */
function languagesFirst(wanted: string[]): CustomerLanguage[] {
  return [...new Set(wanted.filter(isCustomerLanguage))].slice(0, 2);
}
