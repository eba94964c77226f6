import * as z from "zod";
import { readLine } from "@/lib/core/line-of-text";
import { readLines } from "@/lib/core/lines-of-text";

/** A teammate's word that a link was paid. Cobro sees no payments, so it is never more than that. */
export type PaidMark = {
  at: Date;
  by: string;
  /** Empty texts where there is nothing. */
  note: string;
  reference: string;
};

/** Most characters, as a person counts them. */
export const paidLengths = { note: 500, reference: 80 } as const;

/** The longest text that can be pasted, in code units: some hundred lines of a table. */
export const longestPasted = 50_000;

export const paidIssues = [
  "paid_note_too_long",
  "paid_note_unprintable",
  "paid_reference_too_long",
  "paid_reference_unprintable",
] as const;
export type PaidIssue = (typeof paidIssues)[number];

export const paidForm = z.object({
  note: z.string().transform((text, context) => {
    const lines = readLines(text, paidLengths.note);
    if (lines.ok) return lines.value;
    context.addIssue({ code: "custom", message: `paid_note_${lines.code}` });
    return z.NEVER;
  }),
  reference: z.string().transform((text, context) => {
    const line = readLine(text, paidLengths.reference);
    if (line.ok) return line.value;
    if (line.code === "missing") return "";
    context.addIssue({ code: "custom", message: `paid_reference_${line.code}` });
    return z.NEVER;
  }),
});

/** More of them are not looked up: nobody goes through so many links at once. */
const mostWords = 10_000;

/**
 * The words of a pasted text that may be upstream's id of a link: they stand alone, or at the end of an address. What
 * is around them does not matter.
 */
export function readPasted(text: string): string[] {
  const words = new Set<string>();
  // An id ends an address, before what begins with `?` or `#`.
  for (const [word] of text.slice(0, longestPasted).matchAll(/[\p{L}\p{N}_-]{4,200}/gu)) {
    words.add(word);
    if (words.size >= mostWords) break;
  }
  return [...words];
}
