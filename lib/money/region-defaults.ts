import countryToCurrency from "country-to-currency";
import { type CustomerLanguage, isCustomerLanguage } from "@/lib/core/customer-language";
import { isCurrency } from "@/lib/money/currencies";
import { getRegion, isTimeZone, listRegionTimeZones } from "@/lib/money/region";

/** Where most of a country lives, for countries of several time zones. */
const mainTimeZones: Record<string, string> = {
  AR: "America/Argentina/Buenos_Aires",
  BR: "America/Sao_Paulo",
  CL: "America/Santiago",
  EC: "America/Guayaquil",
  ES: "Europe/Madrid",
  MX: "America/Mexico_City",
  PT: "Europe/Lisbon",
};

/** Where business is done in dollars, whatever the country's own money is. */
const dollarized = ["PA", "SV"];

/** Where they speak Portuguese. */
const portuguese = ["AO", "BR", "CV", "MZ", "PT"];

/** Where they speak Spanish. */
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
  /** As the browser told it; "" for not told. It may be any text. */
  timeZone: string;
};

export type GuessedPlace = {
  defaultCurrency: string;
  timeZone: string;
  /** At least one; the first is what most customers speak. */
  customerLanguages: CustomerLanguage[];
};

/**
 * What a new merchant begins with: a first guess from the browser's languages and time zone, shown before the merchant
 * is made and changeable.
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

/** A country's money, or dollars where links cannot be made in it or there is no country. */
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

/** A zone's name, but not `UTC` and the like, which browsers tell that do not know or do not say where they are. */
export function isPlace(timeZone: string): boolean {
  return isTimeZone(timeZone) && timeZone.includes("/") && !/^etc\//i.test(timeZone);
}

function spokenIn(region: string | null): string {
  if (region === null) return "";
  if (portuguese.includes(region)) return "pt";
  return spanish.includes(region) ? "es" : "";
}

/** The first two of ours among them: what the country speaks, then the person, then English for who comes from afar. */
function languagesFirst(wanted: string[]): CustomerLanguage[] {
  return [...new Set(wanted.filter(isCustomerLanguage))].slice(0, 2);
}
