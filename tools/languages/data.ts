const months = "(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\\w*";

/** Texts that are no sentences of the interface: what people typed, names, codes, and what `Intl` writes. */
const known = [
  /^x{20,}|@|^https?:|plink_|\.example|127\.0\.0\.1|^person-/,
  /^(?:cobro|Cobro|WhatsApp|SMS|⟦(?:WhatsApp|SMS|Cobro)⟧|English|Español|Português)$/,
  // Addresses of businesses, and references of links.
  /^[a-z]+(?:-[a-z0-9]+)+$|^· \w{4}$/,
  new RegExp(`${months} \\d+|\\d (?:AM|PM)`),
  /^[A-Z]{3}(?: [\w ]+)?$/,
  /^(?:⟦?Ana Rojas|Café Luna|Café Sol|Two coffees|The largest|No longer to be paid|Lost|On its way|Coffee\b)/,
];

export function isData(text: string): boolean {
  return known.some((pattern) => pattern.test(text));
}
