import { cookies, headers } from "next/headers";
import { use } from "react";
import {
  type AbstractIntlMessages,
  createFormatter,
  createTranslator,
  type Messages,
  type NamespaceKeys,
  type NestedKeyOf,
} from "use-intl/core";
import { remember } from "@/lib/core/remember";
import { resolveLocale } from "@/lib/i18n/language/locale";
import { loadForPage } from "@/lib/i18n/load-for-page";
import { messagesIn } from "@/lib/i18n/messages/catalogue";
import { getPersonZone } from "@/lib/i18n/person-zone";
import { cookieName } from "@/lib/platform/cookie-name";

// What a page says, in its reader's locale. What is made for a locale once is kept by the process: made anew for each
// page, it took a twentieth of the time of one.

type Namespace = NamespaceKeys<Messages, NestedKeyOf<Messages>>;
/** The sentences of one part of the catalogue, each by its key. */
export type Translator<Part extends Namespace> = ReturnType<typeof createTranslator<Messages, Part>>;
type AnyTranslator = ReturnType<typeof createTranslator<AbstractIntlMessages, string>>;
type Formatter = ReturnType<typeof createFormatter>;

/** More than the readers of a portal have. Each takes as much memory as a few pages. */
const mostLocales = 50;
/** More than there are parts of a catalogue, or sentences in one. */
const mostParts = 500;

const translatorsIn = remember(mostLocales, (locale: string) => {
  // Its keys are checked where they are used: the compiler cannot hold those of all parts at once.
  const messages: AbstractIntlMessages = messagesIn(locale);
  return remember(mostParts, (namespace: string) =>
    rememberPlain(createTranslator({ locale, messages, namespace })),
  );
});

/** A page says a hundred sentences that have no values: each is looked up once. */
function rememberPlain(t: AnyTranslator) {
  type Said = Parameters<AnyTranslator>;
  const say = remember(mostParts, (key: Said[0]) => t(key));
  const translate = (...said: Said) => (said.length === 1 ? say(said[0]) : t(...said));
  return Object.assign(translate, { rich: t.rich, markup: t.markup, raw: t.raw, has: t.has });
}

const formattersIn = remember(mostLocales, (locale: string) =>
  remember(mostLocales, (timeZone: string) => createFormatter({ locale, timeZone })),
);

/** The reader's locale: it decides the language, and how numbers and times are written. */
export const getLocale = loadForPage(async (): Promise<string> => {
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
