export type Catalogue = { readonly [key: string]: string | Catalogue };

/** Every sentence of a catalogue by its full name, such as `signIn.title`. */
export function flattenCatalogue(catalogue: Catalogue, prefix = ""): Map<string, string> {
  return new Map(
    Object.entries(catalogue).flatMap(([key, value]) =>
      typeof value === "string"
        ? [[prefix + key, value] as const]
        : [...flattenCatalogue(value, `${prefix}${key}.`)],
    ),
  );
}
