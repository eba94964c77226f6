import { use } from "react";
import { getPersonZone } from "@/lib/i18n/person-zone";
import { getLocale, getTranslations, useLocale, useTranslations } from "@/lib/i18n/translations";
import { createMoments, type Moments } from "./create-moments";

/** For components of the server that are no promises. @param timeZone the business's. */
export function useMoments(timeZone: string): Moments {
  const [t, locale] = [useTranslations("zone"), useLocale()];
  return createMoments({ t, locale, timeZone, own: use(getPersonZone()) });
}

/** The same for pages. */
export async function getMoments(timeZone: string): Promise<Moments> {
  const [t, locale] = [await getTranslations("zone"), await getLocale()];
  return createMoments({ t, locale, timeZone, own: await getPersonZone() });
}
