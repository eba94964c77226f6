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
export function regionOf({ timeZone, currency }: { timeZone: string; currency: string }): string | null {
  return zoneRegions().get(canonical(timeZone)) ?? (shared.test(currency) ? null : currency.slice(0, 2));
}

let known: Map<string, string> | undefined;

function zoneRegions(): Map<string, string> {
  known ??= new Map(regions.flatMap((region) => zonesOf(region).map((zone) => [canonical(zone), region])));
  return known;
}

/** Asked by a method in newer engines, by a property in older ones. */
function zonesOf(region: string): string[] {
  const locale: Intl.Locale & { getTimeZones?: () => string[] | undefined; timeZones?: string[] } =
    new Intl.Locale("und", { region });
  return locale.getTimeZones?.() ?? locale.timeZones ?? [];
}

/** One name of the several that some zones have. */
function canonical(timeZone: string): string {
  return new Intl.DateTimeFormat("en", { timeZone }).resolvedOptions().timeZone;
}
