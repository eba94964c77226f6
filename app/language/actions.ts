"use server";

import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { isLanguage } from "@/lib/i18n/language/locale";
import { pathHeader, safeNextPath } from "@/lib/web/address";
import { speakLanguage } from "@/lib/web/language";

/** Chooses the language, and shows the same page in it. Open to everybody, because it changes nothing else. */
export async function chooseLanguage(formData: FormData): Promise<void> {
  const language = formData instanceof FormData ? formData.get("language") : null;
  if (typeof language === "string" && isLanguage(language)) await speakLanguage(language);
  redirect(safeNextPath((await headers()).get(pathHeader)) ?? "/");
}
