/** Settings whose values belong in no line, or whose password does not. */
const secretSettings = [
  "NEXTAUTH_SECRET",
  "ENCRYPTION_KEYS",
  "AUDIT_KEYS",
  "SANDBOX_TOKEN",
  "METRICS_TOKEN",
  "OIDC_CLIENT_SECRET",
  "GOOGLE_CLIENT_SECRET",
];

/** A password in an address, and what comes after `Bearer`. */
const inText: [RegExp, string][] = [
  [/(\w+:\/\/[^\s:/@"]*):[^\s@"]+@/g, "$1:[secret]@"],
  [/\b(Bearer|Basic) [\w.~+/=-]{8,}/gi, "$1 [secret]"],
];

/**
 * Takes secrets out of a line, whoever has written it: libraries print whole addresses and settings. What is a secret by
 * the name of its field is left out before.
 * @param settings where the values of secret settings are, such as `process.env`.
 */
export function redactText(line: string, settings: Record<string, string | undefined>): string {
  let text = line;
  for (const name of secretSettings) {
    for (const part of (settings[name] ?? "").split(",")) {
      if (part.length >= 8) text = text.replaceAll(part, "[secret]");
    }
  }
  for (const [pattern, replacement] of inText) text = text.replace(pattern, replacement);
  return text;
}
