import { pageLanguage } from "@/lib/i18n/language/page-language";
import { draftsBar as en } from "@/lib/i18n/messages/en/drafts-bar";
import { draftsBar as es } from "@/lib/i18n/messages/es/drafts-bar";
import { draftsBar as pt } from "@/lib/i18n/messages/pt/drafts-bar";

const sentences = { en, es, pt };

/** What the frame says about drafts and new versions, part of the scripts that are loaded when there is something to say. */
export function draftSentences(): Record<keyof typeof en, string> {
  return sentences[pageLanguage()];
}
