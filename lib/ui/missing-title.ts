import type { Metadata } from "next";
import { toLanguage } from "@/lib/i18n/language/locale";
import { type Missing, problems } from "@/lib/i18n/messages/problems";
import { getLocale } from "@/lib/i18n/translations";

/** The title of a page that is not there, or not for this person, as its heading says it. */
export async function missingTitle(why: Missing): Promise<Metadata> {
  return { title: problems[toLanguage(await getLocale())][`${why}Title`] };
}
