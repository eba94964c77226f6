import parse, {
  getCountryCallingCode,
  isSupportedCountry,
  type ValidatePhoneNumberLengthResult,
  validatePhoneNumberLength,
} from "libphonenumber-js/min";
import { fail, ok, type Result } from "@/lib/core/result";

export const phoneIssues = [
  "phone_missing",
  "phone_not_a_number",
  "phone_too_short",
  "phone_too_long",
  "phone_no_country",
  "phone_unknown",
] as const;
export type PhoneIssue = (typeof phoneIssues)[number];

/** `digits` begin with the country code (`50688887777`); `shown` is how people write it (`+506 8888 7777`). */
export type Phone = { digits: string; shown: string };

const issueByCode = {
  NOT_A_NUMBER: "phone_not_a_number",
  INVALID_COUNTRY: "phone_no_country",
  TOO_SHORT: "phone_too_short",
  TOO_LONG: "phone_too_long",
  INVALID_LENGTH: "phone_unknown",
} as const satisfies Record<ValidatePhoneNumberLengthResult, PhoneIssue>;

/** What somebody typed as a telephone number. `country` (`CR`) is assumed when it has no country code. */
export function parsePhone(typed: string, country: string | null): Result<Phone, { code: PhoneIssue }> {
  const text = withoutMobileOne(typed.trim());
  if (text === "") return fail({ code: "phone_missing" });
  const plan = country && isSupportedCountry(country) ? { defaultCountry: country } : {};
  const wrongLength = validatePhoneNumberLength(text, plan);
  if (wrongLength) return fail({ code: issueByCode[wrongLength] });
  // No number is picked out of a longer text: if it was the wrong one, the message would reach an outsider.
  const number = parse(text, { ...plan, extract: false });
  if (!number?.isValid()) return fail({ code: "phone_unknown" });
  return ok({ digits: number.number.slice(1), shown: number.formatInternational() });
}

/** Mexico's mobiles had a 1 after the country code until 2019, and many address books still do. */
function withoutMobileOne(text: string): string {
  const [, national] = /^\+?521(\d{10})$/.exec(text.replace(/[\s().-]/g, "")) ?? [];
  return national === undefined ? text : `+52${national}`;
}

/** `+506` for `CR`; null for a country that has none of its own. */
export function callingCode(country: string): string | null {
  return isSupportedCountry(country) ? `+${getCountryCallingCode(country)}` : null;
}
