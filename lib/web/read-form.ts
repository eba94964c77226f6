import type { Said } from "@/lib/i18n/language/error-code";

type Form<Field extends string> = Record<Field, string>;

export type FormOptions<Field extends string> = {
  /** Fields that are never sent back to the page, such as passwords and keys. */
  secret?: readonly NoInfer<Field>[];
  /** The field that is a file. Nothing of it is sent back either. */
  file?: NoInfer<Field>;
  /** Fields that may be longer than `longestField`, in code units. */
  longest?: Partial<Record<NoInfer<Field>, number>>;
  /** What is said of a field that is longer, where there is a better sentence than that it is. */
  tooLong?: Partial<Record<NoInfer<Field>, Said>>;
};

export type FormFields<Field extends string> = FormOptions<Field> & { fields: readonly Field[] };

/** In code units. No handler sees a longer field: whatever it does with a text, it does with a short one. */
const longestField = 2_000;

/**
 * What is said of fields that are longer than they may be; null where none is. One without a sentence of its own may be
 * hidden, so that the form says it too.
 */
export function findTooLong<Field extends string>(
  { fields, longest, tooLong }: FormFields<Field>,
  form: Form<Field>,
): Partial<Record<string, Said>> | null {
  const found = fields.filter((name) => form[name].length > (longest?.[name] ?? longestField));
  if (found.length === 0) return null;
  const errors: Partial<Record<string, Said>> = {};
  for (const name of found) errors[name] = tooLong?.[name] ?? "field_too_long";
  if (found.some((name) => !tooLong?.[name])) errors.form = "form_too_long";
  return errors;
}

/** Reads the text fields. A body that is no form, or a file in place of a text, reads as nothing typed. */
export function readForm<Field extends string>(fields: readonly Field[], formData: unknown): Form<Field> {
  const read = (name: string) => {
    const value = formData instanceof FormData ? formData.get(name) : null;
    return typeof value === "string" ? value : "";
  };
  return Object.fromEntries(fields.map((name) => [name, read(name)])) as Form<Field>;
}

/** A file that was chosen. A field left empty is sent as a file of no bytes. */
export function readFile(name: string | undefined, formData: unknown): File | null {
  const value = name !== undefined && formData instanceof FormData ? formData.get(name) : null;
  return value instanceof File && value.size > 0 ? value : null;
}
