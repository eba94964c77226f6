import { fail, ok, type Result } from "@/lib/core/result";

export type NumberFailure = {
  code: "not_a_number" | "unclear_marks" | "zero" | "too_many_decimals" | "too_large" | "other_decimal_mark";
};

/** The mark before decimals, of the two that keyboards have. */
export type DecimalMark = "." | ",";

/** The amounts that a number can mean, in minor units, the likeliest first. `isSure` when there is no need to ask. */
export type NumberMeaning = { amountsMinor: number[]; isSure: boolean };

/** `usual` for the ways in which people write numbers; `mixed` when the marks contradict each other. */
type Style = "usual" | "mixed";
/** `marks` stand between its thousands, `decimalMark` before its decimals; null without any. */
type Candidate = {
  whole: string;
  decimals: string;
  style: Style;
  marks: readonly string[];
  decimalMark: string | null;
};

/** Marks that may stand before the decimals. All but the last may stand between thousands as well. */
const decimalMarks = [".", ",", "·", "٫"];
const shape = /^[.,·٫]?\d+(?:[.,·٫٬_' ]\d+)*$/u;
const digitsAndMarks = /^[\d.,·٫٬_' ]*\d[\d.,·٫٬_' ]*$/u;

/**
 * Reads digits with marks between them, in every style in use: `1,234.50`, `1.234,50`, `1 234,50`, `1'234.50`, a
 * separate mark for millions (`1'234.567,00`), Indian groups (`12,34,567`). A number whose marks contradict each other
 * is never sure.
 * @param decimalMark the mark before decimals, where it is known. A number that contradicts it fails.
 */
export function readNumber(text: string, decimalMark?: DecimalMark): Result<NumberMeaning, NumberFailure> {
  const number = withPlainMarks(text);
  if (!digitsAndMarks.test(number)) return fail({ code: "not_a_number" });
  if (!shape.test(number)) return fail({ code: "unclear_marks" });
  const all = candidates(number.split(/\D/u), [...number.replace(/\d/gu, "")]);
  const found = decimalMark ? all.filter((candidate) => fits(candidate, decimalMark)) : all;
  if (found.length === 0 && all.length > 0) return fail({ code: "other_decimal_mark" });
  const amountsMinor: number[] = [];
  let failure: NumberFailure = { code: "unclear_marks" };
  for (const candidate of found) {
    const amount = toMinor(candidate);
    if (amount.ok) amountsMinor.push(amount.value);
    else failure = { code: amount.code };
  }
  if (amountsMinor.length === 0) return fail(failure);
  return ok({ amountsMinor, isSure: found.length === 1 && found[0]?.style === "usual" });
}

/**
 * Whether a number can be written so where this is the mark before decimals. Nobody writes three decimals of an amount,
 * so that `1.500` fits only where the point stands between thousands.
 */
function fits({ marks, decimals, decimalMark: own, style }: Candidate, decimalMark: DecimalMark): boolean {
  const other = decimalMark === "." ? "," : ".";
  return style === "usual" && !marks.includes(decimalMark) && own !== other && decimals.length < 3;
}

/**
 * Replaces the many kinds of apostrophes, spaces and dots by one of each. A mark at the end, as in `50.`, is dropped.
 */
function withPlainMarks(text: string): string {
  return text
    .replace(/[’‘‛ʼʹ`´′]/gu, "'")
    .replace(/\p{Zs}/gu, " ")
    .replace(/[‧∙⋅•]/gu, "·")
    .replace(/،/gu, ",")
    .replace(/(?<=\d)[.,·٫]$/u, "");
}

/** Every way to read the groups of digits, those in usual style first. */
function candidates(groups: string[], marks: string[]): Candidate[] {
  const found: Candidate[] = [];
  const asThousands = grouping(groups, marks);
  if (asThousands) {
    found.push({ whole: groups.join(""), decimals: "", style: asThousands, marks, decimalMark: null });
  }
  const mark = marks.at(-1) ?? "";
  const decimals = groups.at(-1) ?? "";
  const isReused = marks.indexOf(mark) < marks.length - 1;
  // `1.234.567` means thousands to everybody. In `1.500.00` the decimal point may have been typed for both.
  if (decimalMarks.includes(mark) && !(isReused && decimals.length > 2)) {
    const style = grouping(groups.slice(0, -1), marks.slice(0, -1));
    const whole = groups.slice(0, -1).join("");
    const before = { marks: marks.slice(0, -1), decimalMark: mark };
    if (style) found.push({ whole, decimals, style: isReused ? "mixed" : style, ...before });
  }
  return found.sort((a, b) => Number(a.style === "mixed") - Number(b.style === "mixed"));
}

/** How a whole number is grouped; null when it is not, as in `12.34`. */
function grouping(groups: string[], marks: string[]): Style | null {
  if (marks.length === 0) return "usual";
  const [first = "", ...rest] = groups;
  if (!/^\d{1,3}$/u.test(first) || Number(first) === 0) return null;
  if (marks.every((mark) => mark === ",") && isIndian(first, rest)) return "usual";
  if (marks.includes("٫") || rest.some(({ length }) => length !== 3)) return null;
  return new Set(marks).size === 1 || hasMillionMark(marks) ? "usual" : "mixed";
}

/** `12,34,567`: the last group has three digits, the others two. */
function isIndian(first: string, rest: string[]): boolean {
  const isGrouped = rest.every(({ length }, index) => length === (index === rest.length - 1 ? 3 : 2));
  return first.length <= 2 && rest.length > 1 && isGrouped;
}

/** `2.345'678.901`: an apostrophe at each million, another mark at each thousand. */
function hasMillionMark(marks: string[]): boolean {
  const fromRight = marks.toReversed();
  const thousand = fromRight[0];
  return thousand !== "'" && fromRight.every((mark, index) => mark === (index % 2 === 0 ? thousand : "'"));
}

/** Exact: the digits are parsed once, as one integer. A third decimal is accepted when it is zero. */
function toMinor({ whole, decimals }: Candidate): Result<number, NumberFailure> {
  const cents = decimals.length === 3 && decimals.endsWith("0") ? decimals.slice(0, 2) : decimals;
  if (cents.length > 2) return fail({ code: "too_many_decimals" });
  const amountMinor = Number(whole + cents.padEnd(2, "0"));
  if (amountMinor > Number.MAX_SAFE_INTEGER) return fail({ code: "too_large" });
  return amountMinor === 0 ? fail({ code: "zero" }) : ok(amountMinor);
}
