const shortest = 3;
const longest = 40;

/** Slugs that mean something else in an address, or may one day. */
const reserved: ReadonlySet<string> = new Set(
  `new api m login logout signup signin account accounts admin settings invite join team links link bulk inbox
  audit search export help about legal terms privacy status health metrics static assets public www app mail
  cobro sandbox test live null undefined`.split(/\s+/),
);

/** Latin letters that Unicode does not decompose into a base letter and an accent. */
const letters: Record<string, string> = {
  ß: "ss",
  æ: "ae",
  œ: "oe",
  ø: "o",
  ł: "l",
  đ: "d",
  ð: "d",
  þ: "th",
  ı: "i",
};

/** Whether a merchant may not have this slug, because it means something else in an address, or may one day. */
export function isReservedSlug(slug: string): boolean {
  return reserved.has(slug);
}

/**
 * The part of the address that names a merchant, from its business name: `Café Luna` is `cafe-luna`. Always 3 to
 * 40 of a-z, 0-9 and single inner dashes. A name that leaves nothing readable, or is reserved, gets a random word.
 */
export function slugFor(name: string): string {
  const slug = cut(latin(name));
  if (slug.length >= shortest && !reserved.has(slug)) return slug;
  return slug === "" ? `${randomWord(3)}-${randomWord(2)}` : `${slug}-${randomWord(2)}`;
}

function latin(name: string): string {
  return name
    .slice(0, 200)
    .toLowerCase()
    .normalize("NFKD")
    .replace(/\p{M}|['’]/gu, "")
    .replace(/[^a-z0-9]/gu, (other) => letters[other] ?? "-")
    .replace(/-+/gu, "-")
    .replace(/^-|-$/gu, "");
}

/** Cuts a long slug at the end of a word, unless its first word is too long by itself. */
function cut(slug: string): string {
  if (slug.length <= longest) return slug;
  const labels = slug.slice(0, longest + 1).replace(/-[^-]*$/u, "");
  return labels.slice(0, longest);
}

/** Syllables that can be said aloud, without l, i and o, which look like digits. */
function randomWord(syllables: number): string {
  const pick = (from: string): string =>
    from.charAt((crypto.getRandomValues(new Uint8Array(1))[0] ?? 0) % from.length);
  return Array.from({ length: syllables }, () => pick("bcdfgkmnprstvz") + pick("aeu")).join("");
}
