import { randomInt } from "node:crypto";

const alphabet = "23456789abcdefghijkmnpqrstuvwxyz";

/** Easy to type: four groups of four, 80 bits. It does not depend on the seed, because others may know that. */
export function newPassword(): string {
  const group = () => Array.from({ length: 4 }, () => alphabet[randomInt(alphabet.length)]).join("");
  return Array.from({ length: 4 }, group).join("-");
}
