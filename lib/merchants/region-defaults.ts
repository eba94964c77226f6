import { type CustomerLanguage, isCustomerLanguage } from "@/lib/customer-language";
import { isTimeZone, type MerchantPlace } from "@/lib/merchants/schema";

type Region = { defaultCurrency: string; timeZone: string };

/** What most businesses of a country use; only a first guess, shown and changeable. */
const regions: Record<string, Region> = {
  AR: { defaultCurrency: "ARS", timeZone: "America/Argentina/Buenos_Aires" },
  BO: { defaultCurrency: "BOB", timeZone: "America/La_Paz" },
  BR: { defaultCurrency: "BRL", timeZone: "America/Sao_Paulo" },
  CO: { defaultCurrency: "COP", timeZone: "America/Bogota" },
  CR: { defaultCurrency: "CRC", timeZone: "America/Costa_Rica" },
  DO: { defaultCurrency: "DOP", timeZone: "America/Santo_Domingo" },
  EC: { defaultCurrency: "USD", timeZone: "America/Guayaquil" },
  ES: { defaultCurrency: "EUR", timeZone: "Europe/Madrid" },
  GT: { defaultCurrency: "GTQ", timeZone: "America/Guatemala" },
  HN: { defaultCurrency: "HNL", timeZone: "America/Tegucigalpa" },
  MX: { defaultCurrency: "MXN", timeZone: "America/Mexico_City" },
  NI: { defaultCurrency: "NIO", timeZone: "America/Managua" },
  PA: { defaultCurrency: "USD", timeZone: "America/Panama" },
  PE: { defaultCurrency: "PEN", timeZone: "America/Lima" },
  PT: { defaultCurrency: "EUR", timeZone: "Europe/Lisbon" },
  SV: { defaultCurrency: "USD", timeZone: "America/El_Salvador" },
  UY: { defaultCurrency: "UYU", timeZone: "America/Montevideo" },
};

const elsewhere: Region = { defaultCurrency: "USD", timeZone: "UTC" };

/** Where they speak Portuguese; in all other countries above it is Spanish. */
const portuguese = ["BR", "PT"];

/** A new merchant's currency, time zone and languages, from the person's locale and the zone that the browser told. */
export function regionDefaults(locale: string, browserTimeZone: string): MerchantPlace {
  const { region: code = "", language } = new Intl.Locale(locale);
  const region = regions[code];
  const { defaultCurrency, timeZone } = region ?? elsewhere;
  const spoken = portuguese.includes(code) ? "pt" : "es";
  return {
    defaultCurrency,
    timeZone: isTimeZone(browserTimeZone) ? browserTimeZone : timeZone,
    customerLanguages: languagesFirst([...(region ? [spoken] : []), language, "en"]),
  };
}

/** The first two of ours among them: what the country speaks, then the person, then English for who comes from afar. */
function languagesFirst(wanted: string[]): CustomerLanguage[] {
  return [...new Set(wanted.filter(isCustomerLanguage))].slice(0, 2);
}
