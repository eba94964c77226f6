"use server";

import { cookies, headers } from "next/headers";
import { redirect } from "next/navigation";
import { pathHeader, safeNextPath } from "@/lib/auth/address";
import { currentSession } from "@/lib/auth/session";
import { isSecureOrigin } from "@/lib/auth/session-cookie";
import { updateLocale } from "@/lib/auth/store";
import { isLanguage, localeCookie } from "@/lib/ui/i18n/locale";

/** Speaks another language from now on: in this browser, and wherever the person signs in next. */
export async function chooseLanguage(formData: FormData): Promise<void> {
  const language = formData instanceof FormData ? formData.get("language") : null;
  if (typeof language === "string" && isLanguage(language)) {
    await rememberLanguage(language);
    const session = await currentSession();
    if (session) await updateLocale(session.person.id, language);
  }
  redirect(safeNextPath((await headers()).get(pathHeader)) ?? "/");
}

async function rememberLanguage(language: string): Promise<void> {
  const yearSeconds = 365 * 24 * 60 * 60;
  (await cookies()).set(localeCookie, language, {
    path: "/",
    maxAge: yearSeconds,
    sameSite: "lax",
    secure: isSecureOrigin(),
  });
}
