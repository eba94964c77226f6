/** How many characters a link's code has: 60 random bits. The database makes it, see `new_link_code`. */
const length = 12;
const whole = new RegExp(`^[0-9a-hjkmnp-tv-z]{${length}}$`);

/** Characters that people take for others, when they type a code or read it aloud. */
const lookAlikes: Readonly<Record<string, string>> = { o: "0", i: "1", l: "1" };

/**
 * Reads the code in an address as it may arrive from a chat or from paper: in capitals, with look-alikes, hyphens, or
 * punctuation around it. Null when it is none.
 */
export function readLinkCode(text: string): string | null {
  if (text.length > 300) return null;
  const code = decoded(text)
    .normalize("NFKC")
    .replace(/[^\p{L}\p{N}]/gu, "")
    .toLowerCase()
    .replace(/[oil]/g, (letter) => lookAlikes[letter] ?? letter);
  return whole.test(code) ? code : null;
}

/** A part of a path as it was meant. What is no valid encoding stays as it is, and is no code. */
function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
