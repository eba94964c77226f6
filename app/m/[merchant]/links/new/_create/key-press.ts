import { decimalMark, typedAmount } from "@/lib/money/format-money";
import type { Amount } from "@/lib/money/money";

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

/** Reads an amount in the chosen currency; null when it is not known yet what the text is. */
export type ReadAmount = (text: string) => Amount | null;

/** Digits with at most two decimals: what the keypad writes, which always has only one meaning. */
const plain = /^(?<whole>\d*)(?:(?<mark>[.,])(?<decimals>\d{0,2}))?$/;

/**
 * The text of the amount after a key press. The keypad writes no thousands separators and no third decimal, so that the
 * text has one meaning. A pasted amount in another style is first converted to the keypad's, if it has one meaning. A
 * text that the person must be asked about stays as it is, with the currency that it may name.
 */
export function pressKey(text: string, key: PadKey, locale: string, read: ReadAmount): string {
  if (key === "back") return [...text].slice(0, -1).join("");
  const typed = plain.test(text) ? text : padded(text, locale, read);
  const { whole = "", mark, decimals = "" } = plain.exec(typed)?.groups ?? {};
  if (key === "mark") return mark || !plain.test(typed) ? typed : `${whole || "0"}${decimalMark(locale)}`;
  if (mark) return `${whole}${mark}${(decimals + key).slice(0, 2)}`;
  const next = (typed + key).replace(/^0+(?=\d)/, "");
  // A digit that would make the amount too large, or no amount at all, is ignored.
  return next === "0" || read(next)?.ok ? next : typed;
}

/** `1.234,50` as the keypad would have written it. */
function padded(text: string, locale: string, read: ReadAmount): string {
  const amount = read(text);
  return amount?.ok ? typedAmount(amount.value, locale).replace(/[.,]00$/, "") : text;
}
