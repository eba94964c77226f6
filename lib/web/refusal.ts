import { paths } from "@/lib/core/paths";
import { markRefusal } from "@/lib/core/refused-form";
import { type Language, resolveLocale, toLanguage } from "@/lib/i18n/language/locale";
import { type Missing, problems } from "@/lib/i18n/messages/problems";
import { type Refusal, refusals } from "@/lib/i18n/messages/refusals";
import { cookieName } from "@/lib/platform/cookie-name";
import { wholePage, wholeScreen } from "@/lib/web/whole-page";

/** What asking once more can help. */
const passing: readonly Refusal[] = ["busy", "failed"];

/** The headers of a request by their names in lower case; null for one that is missing. */
export type ReadHeader = (name: string) => string | null;

/** A page, or a sentence for a script, and its type. */
export type Written = { type: string; body: string };

/**
 * What is answered in place of a page that was never asked for, in the person's language: a page to read, or for a
 * script the sentence alone. The form that a script sent shows it.
 */
export function writeRefusal(refusal: Refusal, header: ReadHeader, { isForm }: { isForm: boolean }): Written {
  const language = findLanguage(header);
  const { [refusal]: said, retry, home } = refusals[language];
  if (!isForReading(header)) {
    const sentences = `${said.title}. ${said.text}`;
    const isOfScript = header("next-action") !== null;
    return { type: "text/plain; charset=utf-8", body: isOfScript ? markRefusal(sentences) : sentences };
  }
  // An empty address is that of the page itself. A form is not sent again by a link.
  const button =
    passing.includes(refusal) && !isForm ? { href: "", label: retry } : { href: paths.home, label: home };
  return { type: "text/html; charset=utf-8", body: wholePage({ language, ...said, button }) };
}

/** What stands in place of a page that shows nothing, for readers without scripts; with scripts it is `lib/ui/missing.tsx`. */
export function writeMissing(reason: Missing, header: ReadHeader): string {
  const language = findLanguage(header);
  const said = problems[language];
  const [title, text] = [said[`${reason}Title`], said[`${reason}Text`]];
  return wholeScreen({ language, title, text, button: { href: paths.home, label: said.home } });
}

function findLanguage(header: ReadHeader): Language {
  return toLanguage(findLocale(header));
}

/** The locale that a person has chosen, or that their browser asks for. */
export function findLocale(header: ReadHeader): string {
  const name = `${cookieName("language")}=`;
  const cookie = header("cookie")
    ?.split("; ")
    .find((one) => one.startsWith(name));
  return resolveLocale(cookie?.slice(name.length), header("accept-language"));
}

/** Whether a person will see it as a page. Browsers that do not say so ask for HTML first. */
function isForReading(header: ReadHeader): boolean {
  if (header("next-action") !== null) return false;
  const destination = header("sec-fetch-dest");
  if (destination) return destination === "document";
  return header("accept")?.startsWith("text/html") ?? false;
}
