import { cookies, headers } from "next/headers";
import { cache, use } from "react";
import {
  createFormatter,
  createTranslator,
  type Messages,
  type NamespaceKeys,
  type NestedKeyOf,
} from "use-intl/core";
import { remember } from "@/lib/core/remember";
import { resolveLocale } from "@/lib/i18n/language/locale";
import { messagesIn } from "@/lib/i18n/messages/catalogue";
import { getPersonZone } from "@/lib/i18n/person-zone";
import { cookieName } from "@/lib/platform/cookie-name";

// What a page says, in its reader's locale. What is made for a locale once is kept by the process: made anew for each
// page, it took a twentieth of the time of one.

type Namespace = NamespaceKeys<Messages, NestedKeyOf<Messages>>;
/** The sentences of one part of the catalogue, each by its key. */
export type Translator<Part extends Namespace> = ReturnType<typeof createTranslator<Messages, Part>>;
type Formatter = ReturnType<typeof createFormatter>;

/** More than the readers of a portal have. Each takes as much memory as a few pages. */
const mostLocales = 50;
/** More than there are parts of a catalogue. */
const mostParts = 500;

const translatorsIn = remember(mostLocales, (locale: string) => {
  const messages = messagesIn(locale);
  return remember(mostParts, (namespace: Namespace) => createTranslator({ locale, messages, namespace }));
});

const formattersIn = remember(mostLocales, (locale: string) =>
  remember(mostLocales, (timeZone: string) => createFormatter({ locale, timeZone })),
);

/** The reader's locale: it decides the language, and how numbers and times are written. */
export const getLocale = cache(async (): Promise<string> => {
  const chosen = (await cookies()).get(cookieName("language"))?.value;
  return resolveLocale(chosen, (await headers()).get("accept-language"));
});

export async function getTranslations<Part extends Namespace>(part: Part): Promise<Translator<Part>> {
  return translator(await getLocale(), part);
}

/** Numbers, lists and times; times are on the clock of the person's browser. */
export async function getFormatter(): Promise<Formatter> {
  return formattersIn(await getLocale())((await getPersonZone()) ?? "UTC");
}

/** For components of the server that are no promises; so are the two below. */
export function useLocale(): string {
  return use(getLocale());
}

export function useTranslations<Part extends Namespace>(part: Part): Translator<Part> {
  return translator(useLocale(), part);
}

export function useFormatter(): Formatter {
  return formattersIn(useLocale())(use(getPersonZone()) ?? "UTC");
}

function translator<Part extends Namespace>(locale: string, part: Part): Translator<Part> {
  // Kept by its part, of which the type cannot know.
  return translatorsIn(locale)(part) as Translator<Part>;
}
