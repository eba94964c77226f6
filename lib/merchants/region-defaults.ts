import { isTimeZone } from "@/lib/merchants/schema";

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

/** A new merchant's currency and time zone, from the person's locale and the zone that the browser told. */
export function regionDefaults(locale: string, browserTimeZone: string): Region {
  const region = regions[new Intl.Locale(locale).region ?? ""] ?? elsewhere;
  return { ...region, timeZone: isTimeZone(browserTimeZone) ? browserTimeZone : region.timeZone };
}
