import { fail, ok, type Result } from "@/lib/core/result";
import { isCurrency } from "@/lib/money/currencies";

/**
 * Why a text is not an amount. `ambiguous` carries what it could mean, in minor units: `1.500` is fifteen
 * hundred in one country and one and a half in another, so the person is asked.
 */
export type AmountFailure =
  | { code: "empty" }
  | { code: "not_a_number" }
  | { code: "other_digits" }
  | { code: "zero" }
  | { code: "negative" }
  | { code: "too_many_decimals" }
  | { code: "too_large" }
  | { code: "ambiguous"; interpretations: number[] };

export type Amount = Result<number, AmountFailure>;

/** Longer than the largest amount in any style with its currency; anything longer is not worth reading. */
const longestText = 100;

/**
 * Reads an amount as people write it in any country (`1.234,50`, `1,234.50`, `1 234,50`, `1'234.50`, `₡2 500`,
 * `12.50 USD`) as minor units of a currency with two decimals. A currency beside it is ignored.
 */
export function parseAmount(text: string): Amount {
  const typed = text.trim();
  if (typed === "") return fail({ code: "empty" });
  if (/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u.test(typed)) return fail({ code: "not_a_number" });
  if (/(?![0-9])\p{Nd}/u.test(typed)) return fail({ code: "other_digits" });
  if (typed.length > longestText) {
    return fail({ code: /^[\d.,'’\p{Zs}]+$/u.test(typed) ? "too_large" : "not_a_number" });
  }
  const { number, isNegative } = withoutMarks(typed);
  const amount = parseNumber(number);
  const isAmount = amount.ok || amount.code === "ambiguous";
  return isNegative && isAmount ? fail({ code: "negative" }) : amount;
}

/**
 * The same when the person may have been asked which reading was meant. The chosen one (minor units, as
 * digits) counts only if this very text can be read so: a stale or forged choice asks again.
 */
export function resolveAmount(text: string, chosenInterpretation?: string): Amount {
  const amount = parseAmount(text);
  if (amount.ok || amount.code !== "ambiguous") return amount;
  const chosen = amount.interpretations.find(
    (interpretation) => String(interpretation) === chosenInterpretation,
  );
  return chosen === undefined ? amount : ok(chosen);
}

const sign = { before: /^[-−]/u, after: /[-−]$/u };
const currencySign = { before: /^[a-z]{0,3}\p{Sc}/iu, after: /[a-z]{0,3}\p{Sc}$/iu };
const currencyLetters = /^(?:[QL]|Bs\.?|[SB]\/\.?)(?=[\s\d])/u;
const currencyCode = { before: /^[a-z]{3}(?![a-z])/iu, after: /(?<![a-z])[a-z]{3}$/iu };

/** Takes off the sign, the brackets and the currency on either side, and the dash of `50,-` and `50.–`. */
function withoutMarks(typed: string): { number: string; isNegative: boolean } {
  const bracketed = /^\((.*)\)$/u.exec(typed)?.[1];
  let number = bracketed ?? typed;
  const take = (mark: RegExp): boolean => {
    const before = number;
    number = number.replace(mark, "").trim();
    return number !== before;
  };
  const takeCode = (mark: RegExp): void => {
    if (isCurrency(mark.exec(number)?.[0].toUpperCase() ?? "")) take(mark);
  };
  let isNegative = bracketed !== undefined || take(sign.before);
  for (const mark of [currencySign.before, currencySign.after, currencyLetters]) take(mark);
  for (const mark of [currencyCode.before, currencyCode.after]) takeCode(mark);
  const hasRoundDash = take(/(?<=\d[.,])[-–—]{1,2}$/u);
  isNegative ||= take(sign.before) || (!hasRoundDash && take(sign.after));
  return { number, isNegative };
}

/** One separator, which may be either kind. */
const lone = /^(?<whole>\d*)[.,](?<decimals>\d*)$/u;
/** Thousands in threes with one separator throughout, then perhaps decimals after a different one. */
const grouped = /^(?<whole>[1-9]\d{0,2}([., '])\d{3}(?:\2\d{3})*)(?:(?!\2)[.,](?<decimals>\d*))?$/u;

/** Reads digits with `.` `,` space and apostrophe between them. */
function parseNumber(number: string): Amount {
  const digits = number.replace(/\p{Zs}/gu, " ").replace(/’/gu, "'");
  if (/^\d+$/u.test(digits)) return toMinor(digits, "");
  const asLone = lone.exec(digits)?.groups;
  const asGrouped = grouped.exec(digits)?.groups;
  const { whole = "", decimals = "" } = asLone ?? asGrouped ?? {};
  if (whole + decimals === "") return fail({ code: "not_a_number" });
  return asLone && asGrouped ? ambiguous(whole + decimals) : toMinor(whole.replace(/\D/gu, ""), decimals);
}

/** A lone separator before three digits: thousands, or decimals when the third is a zero. */
function ambiguous(digits: string): Amount {
  const interpretations = [Number(digits) * 100];
  if (digits.endsWith("0")) interpretations.push(Number(digits) / 10);
  return fail({ code: "ambiguous", interpretations });
}

/** Exact: the digits become a number only as one integer. A third decimal that is zero loses nothing. */
function toMinor(whole: string, decimals: string): Amount {
  const cents = decimals.length === 3 && decimals.endsWith("0") ? decimals.slice(0, 2) : decimals;
  if (cents.length > 2) return fail({ code: "too_many_decimals" });
  const amountMinor = Number(whole + cents.padEnd(2, "0"));
  if (amountMinor > Number.MAX_SAFE_INTEGER) return fail({ code: "too_large" });
  return amountMinor === 0 ? fail({ code: "zero" }) : ok(amountMinor);
}
