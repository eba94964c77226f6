import { descriptionLength } from "@/lib/domain/payment-links/new-link/schema";
import { longestQuery } from "@/lib/web/form-limit";

type Query = Record<string, string | string[] | undefined>;

/** What else is in an address that holds the text. */
const rest = 200;

/**
 * The text that was shared with the installed app, as far as a description takes it, and as far as it fits into the
 * address of the sign-in page, where it is encoded twice. Null when there is none.
 */
export function readSharedText({ text, title }: Query): string | null {
  const given = [text, title].find((one) => typeof one === "string" && one.trim() !== "");
  if (typeof given !== "string") return null;
  // By whole characters: half of one cannot be encoded.
  const kept = [...given.trim()].slice(0, descriptionLength.max);
  const isTooLong = (cut: string) =>
    cut.length > descriptionLength.max || encodedTwice(cut) > longestQuery - rest;
  while (isTooLong(kept.join(""))) kept.pop();
  return kept.join("");
}

function encodedTwice(text: string): number {
  return encodeURIComponent(encodeURIComponent(text)).length;
}
