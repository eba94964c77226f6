import { remember } from "@/lib/core/remember";

/** The countries in which a time zone is looked up. */
// biome-ignore format: a table of codes reads better in rows.
const regions = [
  "CR", "MX", "CO", "ES", "US",
  "AR", "BO", "BR", "CL", "CU", "DO", "EC", "GT", "HN", "NI", "PA", "PE", "PR", "PT", "PY", "SV", "UY", "VE",
  "AO", "CA", "CV", "GB", "MZ",
];

/** Currencies of several countries, which therefore name none. */
const shared = /^(?:EUR|USD|X..)$/;

/**
 * The country (`CR`) that a business is most likely in: by its time zone, or else by its currency. Null when neither
 * tells. It is a guess that people see and can change.
 */
export function getRegion({ timeZone, currency }: { timeZone: string; currency: string }): string | null {
  return zoneRegions().get(canonical(timeZone)) ?? (shared.test(currency) ? null : currency.slice(0, 2));
}

let known: Map<string, string> | undefined;

function zoneRegions(): Map<string, string> {
  known ??= new Map(
    regions.flatMap((region) => listRegionTimeZones(region).map((zone) => [canonical(zone), region])),
  );
  return known;
}

/** Whether it is the name of a time zone. `Etc/Unknown`, which some engines accept, means that nothing is known. */
export function isTimeZone(text: string): boolean {
  try {
    return (
      /^[a-z]/i.test(text) &&
      !/^etc\/unknown$/i.test(text) &&
      Boolean(new Intl.DateTimeFormat("en", { timeZone: text }))
    );
  } catch {
    return false;
  }
}

/**
 * The time zones to choose from: those that the engine knows, `UTC`, and the merchant's own, which may have an older
 * name.
 */
export function listTimeZones(own = "UTC"): string[] {
  return [...new Set(["UTC", own, ...Intl.supportedValuesOf("timeZone")])].sort();
}

/** The time zones of a country; none where the engine knows no such country. */
export function listRegionTimeZones(region: string): string[] {
  // Newer engines have a method for it, older ones a property.
  const locale: Intl.Locale & { getTimeZones?: () => string[] | undefined; timeZones?: string[] } =
    new Intl.Locale("und", { region });
  return locale.getTimeZones?.() ?? locale.timeZones ?? [];
}

/** More than there are zones; names come from people's forms. */
const mostNames = 1_000;

/**
 * The engine's own name of a zone that has several; a zone that it does not know keeps its name. To ask the engine takes
 * as long as to write a line of a page, and a page may ask for each of its lines.
 */
const canonical = remember(mostNames, askEngine);

function askEngine(timeZone: string): string {
  try {
    return new Intl.DateTimeFormat("en", { timeZone }).resolvedOptions().timeZone;
  } catch {
    return timeZone;
  }
}
