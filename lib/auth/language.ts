import { cookies } from "next/headers";
import { currentSession } from "@/lib/auth/session";
import { isSecureOrigin } from "@/lib/auth/session-cookie";
import { updateLocale } from "@/lib/auth/store";
import { type Language, localeCookie } from "@/lib/ui/i18n/locale";

const rememberedSeconds = 365 * 24 * 60 * 60;

/** Remembers the language in this browser, and with the account of whoever is signed in. */
export async function speakLanguage(language: Language): Promise<void> {
  (await cookies()).set(localeCookie, language, {
    path: "/",
    maxAge: rememberedSeconds,
    sameSite: "lax",
    secure: isSecureOrigin(),
  });
  const session = await currentSession();
  if (session) await updateLocale(session.person.id, language);
}
