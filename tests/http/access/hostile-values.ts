import list from "big-list-of-naughty-strings/blns.json" with { type: "json" };
import fc from "fast-check";
import * as z from "zod";

/** Shows up where a text was put into markup or a header without being escaped. */
export const canary = "hostile-canary";

/** Strings that have broken other programs, from a public collection. */
const naughtyStrings = z.array(z.string()).parse(list);

const aimed = [
  `<script>window.${canary}=1</script>`,
  `"><img src=x onerror="${canary}">`,
  `'-${canary}-'`,
  `</script><script>${canary}</script>`,
  `\r\nX-Hostile: ${canary}\r\n\r\n`,
  `%0d%0aX-Hostile:%20${canary}`,
  `\n{"level":50,"code":"${canary}"}`,
  "\u0000",
  "%00",
  "%",
  "%E0%A4%A",
  "\ud800",
  "\ufeff",
  "../../../../etc/passwd",
  "//elsewhere.example",
  "javascript:alert(1)",
  "' OR 1=1 --",
  '{"$ne":null}',
  "__proto__",
  "constructor",
  "toString",
  "NaN",
  "1e400",
  "-0",
  "9".repeat(400),
  "a\u0301\u0323".repeat(2_000),
  "👩‍👩‍👧‍👦".repeat(500),
  "00000000-0000-0000-0000-000000000000",
];

export const hostileText = fc.oneof(
  fc.constantFrom(...naughtyStrings),
  fc.constantFrom(...aimed),
  fc.string({ unit: "binary", maxLength: 300 }),
  fc.string({ unit: "grapheme", maxLength: 300 }),
  fc.json({ maxDepth: 2 }),
  fc.double().map(String),
  fc.uuid(),
);

/** Addresses and headers are bytes, which half of a surrogate pair has none of. */
export function wellFormed(text: string): string {
  return Buffer.from(text).toString();
}

/** Values that reach the server as they are: a header cannot have line breaks, and a client refuses to send them. */
export const hostileHeader = hostileText.map((text) =>
  encodeURIComponent(wellFormed(text)).replaceAll("%20", " ").slice(0, 2_000),
);
