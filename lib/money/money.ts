import { fail, ok, type Result } from "@/lib/core/result";
import {
  type DecimalMark,
  type NumberFailure,
  type NumberMeaning,
  readNumber,
} from "@/lib/money/amount-number";
import { seenAmountText, withPlainDigits } from "@/lib/money/amount-text";
import type { CurrencyCode } from "@/lib/money/currencies";
import { type NamedCurrency, readCurrencyMarks } from "@/lib/money/currency-marks";
import { interpretationKey } from "@/lib/money/interpretation-key";
import { amountsAreMostlyThousands } from "@/lib/money/mostly-thousands";

/** One thing that a text can mean, in minor units of its currency. */
export type Interpretation = { amountMinor: number; currency: CurrencyCode };

/**
 * Why a text is not an amount in the chosen currency. Two of these carry what the text could mean, the likeliest first,
 * so that the person is asked: `1.500` is fifteen hundred in one country and one and a half in another, and `USD 100`
 * may be meant as dollars although colones are chosen.
 */
export type AmountFailure =
  | NumberFailure
  | { code: "empty" | "other_digits" | "negative" | "currency_not_offered" }
  | { code: "ambiguous" | "currency_contradicted"; interpretations: Interpretation[] };

export type Amount = Result<number, AmountFailure>;

/** No amount is longer than this in any style, currency included; a longer text is not parsed. */
const longestText = 100;

/** The same before invisible marks are removed. */
const longestTyped = 500;

/**
 * Reads an amount as people write it in any country (`1.234,50`, `1,234.50`, `1 234,50`, `1'234.50`, `₡2 500`, `12.50
 * USD`) as minor units of the chosen currency. A text with two meanings, or with another currency, fails with a
 * question to the person.
 * @param decimalMark the mark before decimals, where a person has said it for many amounts at once.
 */
export function parseAmount(text: string, chosen: CurrencyCode, decimalMark?: DecimalMark): Amount {
  const read = readAmount(text, decimalMark);
  if (!read.ok) return read;
  const { number, named } = read.value;
  const isContradicted = named !== null && !named.fitting.includes(chosen);
  const [only] = number.amountsMinor;
  if (!isContradicted && number.isSure && only !== undefined) return ok(only);
  const currencies = new Set(isContradicted ? [...named.likeliest, chosen] : [chosen]);
  const interpretations = [...currencies].flatMap((currency) =>
    likeliestFirst(number.amountsMinor, currency).map((amountMinor) => ({ amountMinor, currency })),
  );
  return fail({ code: isContradicted ? "currency_contradicted" : "ambiguous", interpretations });
}

/**
 * The same when the person may have answered such a question. The answer (an interpretation's key) counts only if this
 * very text with this very currency can mean it; a stale or forged answer leads to the question again.
 */
export function resolveAmount(
  text: string,
  chosen: CurrencyCode,
  choice: string,
): Result<Interpretation, AmountFailure> {
  const amount = parseAmount(text, chosen);
  if (amount.ok) return ok({ amountMinor: amount.value, currency: chosen });
  const meant = interpretationsIn(amount).find((one) => interpretationKey(one, chosen) === choice);
  return meant ? ok(meant) : amount;
}

/** What the person has to choose from; empty when there is nothing to ask. */
export function interpretationsIn(amount: Result<unknown, AmountFailure>): Interpretation[] {
  return !amount.ok && "interpretations" in amount ? amount.interpretations : [];
}

/**
 * All amounts that a search text can mean, in the digits of any script, and the currencies it names; null when it is no
 * amount.
 */
export function searchedAmounts(
  text: string,
): { amountsMinor: number[]; currencies: CurrencyCode[] | null } | null {
  const read = readAmount(withPlainDigits(text));
  if (!read.ok) return null;
  const { number, named } = read.value;
  if (named === null) return { amountsMinor: number.amountsMinor, currencies: null };
  const currencies = named.fitting.length > 0 ? named.fitting : named.likeliest;
  return { amountsMinor: number.amountsMinor, currencies };
}

/** In a currency whose prices are thousands, three digits after a mark are more likely thousands than decimals. */
function likeliestFirst(amountsMinor: number[], currency: CurrencyCode): number[] {
  return amountsAreMostlyThousands(currency) ? amountsMinor.toSorted((a, b) => b - a) : amountsMinor;
}

/** The currencies that fit all marks in a text, and those to offer when none of them fits. */
type Named = { fitting: CurrencyCode[]; likeliest: CurrencyCode[] };

function readAmount(
  text: string,
  decimalMark?: DecimalMark,
): Result<{ number: NumberMeaning; named: Named | null }, AmountFailure> {
  const typed = text.trim();
  if (typed.length > longestTyped) return tooLong(typed);
  const seen = seenAmountText(typed);
  if (seen === "") return fail({ code: "empty" });
  if (/(?![\t\r\n])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u.test(seen)) return fail({ code: "not_a_number" });
  if (/(?![0-9])\p{Nd}/u.test(seen)) return fail({ code: "other_digits" });
  if (seen.length > longestText) return tooLong(seen);
  const parts = split(seen);
  if (!parts) return fail({ code: "not_a_number" });
  const number = readNumber(parts.number, decimalMark);
  if (!number.ok) return number;
  if (parts.marks.some(({ length }) => length === 0)) return fail({ code: "currency_not_offered" });
  if (parts.isNegative) return fail({ code: "negative" });
  return ok({ number: number.value, named: agreed(parts.marks) });
}

function tooLong(text: string): Result<never, AmountFailure> {
  return fail({ code: /^[\d.,'’\p{Zs}]+$/u.test(text) ? "too_large" : "not_a_number" });
}

function agreed([first, ...others]: NamedCurrency[]): Named | null {
  if (!first) return null;
  const fitting = first.filter((currency) => others.every((other) => other.includes(currency)));
  return {
    fitting,
    likeliest: (fitting.length > 0 ? [fitting] : [first, ...others]).flatMap(([one]) => one ?? []),
  };
}

/**
 * What is before the digits, the digits, and what is after. A dot after letters belongs to the letters, as in `Rs.500`.
 */
const sides = /^(?<before>\D*?)(?<number>(?:(?<![\p{L}/])[.,·٫])?\d(?:.*\d)?[.,·٫]?)(?<after>\D*)$/su;
const minus = /[-−‐‑–—]/gu;

/** Removes the sign, the brackets and the currency on either side, and the dash of `50,-` and `50.–`. */
function split(seen: string): { number: string; isNegative: boolean; marks: NamedCurrency[] } | null {
  const bracketed = /^(?<before>[^(]*)\((?<inner>.*)\)(?<after>[^)]*)$/su.exec(seen)?.groups;
  const { before = "", inner = seen, after = "" } = bracketed ?? {};
  const { groups } = sides.exec(`${before}${inner}${after}`) ?? {};
  if (!groups) return null;
  const { before: left = "", number: digits = "", after: right = "" } = groups;
  const dashed = /^[-–—]{1,2}/u.exec(right)?.[0] ?? "";
  const isRound = dashed !== "" && /[.,]$/u.test(digits);
  const rest = isRound ? right.slice(dashed.length) : right;
  const signs = `${left}${rest}`.match(minus)?.length ?? 0;
  const hasPlus = /^\+/u.test(left);
  if (signs + (bracketed ? 1 : 0) + (hasPlus ? 1 : 0) > 1) return null;
  const marks = [left.replace(/^\+/u, ""), rest].map((side) => readCurrencyMarks(side.replace(minus, "")));
  const [marksLeft, marksRight] = marks;
  if (!marksLeft || !marksRight) return null;
  const number = isRound ? `${digits}00` : digits;
  return { number, isNegative: signs > 0 || bracketed !== undefined, marks: [...marksLeft, ...marksRight] };
}
