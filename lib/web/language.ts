import { cookies } from "next/headers";
import { updateLocale } from "@/lib/domain/accounts/store";
import type { Language } from "@/lib/i18n/language/locale";
import { cookieName, isSecureOrigin } from "@/lib/platform/cookie-name";
import { currentSession } from "@/lib/web/session";

const rememberedSeconds = 365 * 24 * 60 * 60;

/** Stores the language in this browser, and in the account if somebody is signed in. */
export async function speakLanguage(language: Language): Promise<void> {
  (await cookies()).set(cookieName("language"), language, {
    path: "/",
    maxAge: rememberedSeconds,
    sameSite: "lax",
    secure: isSecureOrigin(),
  });
  const session = await currentSession();
  if (session) await updateLocale(session.person.id, language);
}
