import { randomInt } from "node:crypto";

/** Digits and letters that are not confused with one another, read aloud or on a small screen. */
const alphabet = "23456789ABCDEFGHJKMNPQRSTVWXYZ";

/** A short random reference, such as `K7Q4`. Longer ones are for merchants with many links. */
export function newReference(length: number): string {
  return Array.from({ length }, () => alphabet[randomInt(alphabet.length)]).join("");
}

/** The description as it is sent to upstream and shown to the payer. */
export function withReference(description: string, reference: string | null): string {
  return reference === null ? description : `${description} (ref ${reference})`;
}
