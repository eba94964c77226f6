const alphabet = "23456789ABCDEFGHJKMNPQRSTVWXYZ";

/**
 * The reference number `index` of `needed` different references, in an order that looks random: each index is
 * multiplied by a number that has no factor in common with how many there are.
 */
export function nthReference(index: number, needed: number): string {
  let length = 4;
  while (alphabet.length ** length < needed * 2) length += 1;
  const all = BigInt(alphabet.length) ** BigInt(length);
  let rest = Number((BigInt(index + 1) * 7_919_993n * 104_729n) % all);
  let reference = "";
  for (let place = 0; place < length; place++) {
    reference += alphabet.charAt(rest % alphabet.length);
    rest = Math.floor(rest / alphabet.length);
  }
  return reference;
}
