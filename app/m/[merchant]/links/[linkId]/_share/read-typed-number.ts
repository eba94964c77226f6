import { type Phone, type PhoneIssue, parsePhone } from "@/lib/core/phone";
import type { Result } from "@/lib/core/result";
import { pageLanguage } from "@/lib/i18n/language/page-language";
import { phoneErrors as en } from "@/lib/i18n/messages/en/phone-errors";
import { phoneErrors as es } from "@/lib/i18n/messages/es/phone-errors";
import { phoneErrors as pt } from "@/lib/i18n/messages/pt/phone-errors";

const sentences = { en, es, pt };

/** The number that was typed, or a sentence that says why it is none, in the language of the page. */
export function readTypedNumber(
  typed: string,
  country: string | null,
): Result<Phone, { code: PhoneIssue; sentence: string }> {
  const read = parsePhone(typed, country);
  return read.ok ? read : { ...read, sentence: sentences[pageLanguage()][read.code] };
}
