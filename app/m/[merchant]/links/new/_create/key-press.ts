import type { CurrencyCode } from "@/lib/money/currencies";
import { typedAmount } from "@/lib/money/format-money";
import { parseAmount } from "@/lib/money/money";

/** The keys of the keypad; `mark` is the person's own decimal mark. */
export type PadKey =
  | "0"
  | "1"
  | "2"
  | "3"
  | "4"
  | "5"
  | "6"
  | "7"
  | "8"
  | "9"
  | "00"
  | "000"
  | "mark"
  | "back";

/** Digits with at most two decimals: what the keypad writes, which always has only one meaning. */
const plain = /^(?<whole>\d*)(?:(?<mark>[.,])(?<decimals>\d{0,2}))?$/;

/**
 * The text of the amount after a key press. The keypad writes no thousands separators and no third decimal, so that the
 * text has one meaning. A pasted amount in another style is first converted to the keypad's, if it has one meaning. A
 * text that the person must be asked about stays as it is, with the currency that it may name.
 */
export function pressKey(text: string, key: PadKey, locale: string, currency: CurrencyCode): string {
  if (key === "back") return [...text].slice(0, -1).join("");
  const typed = plain.test(text) ? text : padded(text, locale, currency);
  const { whole = "", mark, decimals = "" } = plain.exec(typed)?.groups ?? {};
  if (key === "mark") return mark || !plain.test(typed) ? typed : `${whole || "0"}${getMark(locale)}`;
  if (mark) return `${whole}${mark}${(decimals + key).slice(0, 2)}`;
  const next = (typed + key).replace(/^0+(?=\d)/, "");
  // A digit that would make the amount too large, or no amount at all, is ignored.
  return next === "0" || parseAmount(next, currency).ok ? next : typed;
}

/** `1.234,50` as the keypad would have written it. */
function padded(text: string, locale: string, currency: CurrencyCode): string {
  const amount = parseAmount(text, currency);
  return amount.ok ? typedAmount(amount.value, locale).replace(/[.,]00$/, "") : text;
}

function getMark(locale: string): string {
  return typedAmount(50, locale).slice(1, 2);
}
