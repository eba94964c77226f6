/**
 * The text of a file in UTF-8 or UTF-16, with or without a byte order mark, or as Excel writes CSV on Windows in the
 * Americas and western Europe. Null for bytes that are no text.
 */
export function decodeText(bytes: Uint8Array): string | null {
  // Old programs end a file with a character of its own.
  const whole = decode(bytes).trimEnd();
  const text = whole.endsWith("\u001a") ? whole.slice(0, -1) : whole;
  // The controls that no table has; a tab, line breaks and a page break may be in one.
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what it looks for.
  return /[\u0000-\u0008\u000e-\u001a\u001c-\u001f]/.test(text) ? null : text;
}

function decode(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  const wide = wideWithoutMark(bytes);
  if (wide) return new TextDecoder(wide).decode(bytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    const text = new TextDecoder("utf-8").decode(bytes);
    return isMostlyUtf8(text) ? text : fromWindows1252(bytes);
  }
}

/** A file in UTF-8 may have a damaged place, such as half a character at its end. In other files no character is right. */
function isMostlyUtf8(text: string): boolean {
  const damaged = text.match(/\uFFFD/g)?.length ?? 0;
  const right = text.match(/[^\p{ASCII}\uFFFD]/gu)?.length ?? 0;
  return right > damaged;
}

/** Nearly every second byte of a table in UTF-16 is 0, because digits and Latin letters have it. */
function wideWithoutMark(bytes: Uint8Array): "utf-16le" | "utf-16be" | null {
  const sample = bytes.subarray(0, 2_000);
  if (sample.length < 4) return null;
  const zeros = [0, 0];
  sample.forEach((byte, index) => {
    if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1;
  });
  const [even = 0, odd = 0] = zeros;
  if (odd > sample.length * 0.3 && even < sample.length * 0.05) return "utf-16le";
  return even > sample.length * 0.3 && odd < sample.length * 0.05 ? "utf-16be" : null;
}

/** The bytes 0x80 to 0x9F, which some versions of Node decode as controls. */
const upper = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";

function fromWindows1252(bytes: Uint8Array): string {
  return new TextDecoder("latin1")
    .decode(bytes)
    .replace(/[\u0080-\u009f]/g, (character) => upper[character.charCodeAt(0) - 0x80] ?? character);
}
