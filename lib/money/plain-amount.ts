import { fail, ok } from "@/lib/core/result";
import type { Amount } from "@/lib/money/money";

/** Digits, and at most two decimals after a mark: what keypads write, and most people type. */
const plain = /^(\d{0,90})(?:[.,](\d{0,2}))?$/;

/**
 * Reads such a text as `parseAmount` does, in any currency, without the tables and rules for all other styles. Null for
 * any other text.
 */
export function readPlainAmount(text: string): Amount | null {
  const [isPlain, whole = "", decimals = ""] = plain.exec(text) ?? [];
  if (isPlain === "") return fail({ code: "empty" });
  if (isPlain === undefined || whole + decimals === "") return null;
  const amountMinor = Number(whole + decimals.padEnd(2, "0"));
  if (amountMinor > Number.MAX_SAFE_INTEGER) return fail({ code: "too_large" });
  return amountMinor === 0 ? fail({ code: "zero" }) : ok(amountMinor);
}
