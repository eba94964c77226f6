/** Countries whose time zones are looked through, those of most merchants first. */
// biome-ignore format: a table of codes reads better in rows.
const regions = [
  "CR", "MX", "CO", "ES", "US",
  "AR", "BO", "BR", "CL", "CU", "DO", "EC", "GT", "HN", "NI", "PA", "PE", "PR", "PT", "PY", "SV", "UY", "VE",
  "AO", "CA", "CV", "GB", "MZ",
];

/** Money of several countries, of which none can be told. */
const shared = /^(?:EUR|USD|X..)$/;

/**
 * The country (`CR`) that a business is most likely in: the one of its time zone, else of its currency. Null when
 * neither tells. A guess, for what a person sees and can say otherwise.
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

/** Whether it is a zone's name. `Etc/Unknown`, which some engines take for one, says that nothing is known. */
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

/** The time zones to choose from: those that the engine knows, `UTC`, and the one in use where it goes by another name. */
export function listTimeZones(own = "UTC"): string[] {
  return [...new Set(["UTC", own, ...Intl.supportedValuesOf("timeZone")])].sort();
}

/** The time zones of a country; none where the engine knows no such country. */
export function listRegionTimeZones(region: string): string[] {
  // Asked by a method in newer engines, by a property in older ones.
  const locale: Intl.Locale & { getTimeZones?: () => string[] | undefined; timeZones?: string[] } =
    new Intl.Locale("und", { region });
  return locale.getTimeZones?.() ?? locale.timeZones ?? [];
}

/** One name of the several that some zones have; one that this engine does not know stays as it is. */
function canonical(timeZone: string): string {
  try {
    return new Intl.DateTimeFormat("en", { timeZone }).resolvedOptions().timeZone;
  } catch {
    return timeZone;
  }
}
