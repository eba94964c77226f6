import type { Said } from "@/lib/i18n/language/error-code";

type Form<Field extends string> = Record<Field, string>;

export type FormOptions<Field extends string> = {
  /** Fields that are never sent back to the page, such as passwords and API keys. */
  secret?: readonly NoInfer<Field>[];
  /** The field that holds a file. It is never sent back either. */
  file?: NoInfer<Field>;
  /** Fields that may be longer than `longestField`, in code units. */
  longest?: Partial<Record<NoInfer<Field>, number>>;
  /** A more helpful message for fields that are too long. */
  tooLong?: Partial<Record<NoInfer<Field>, Said>>;
};

export type FormFields<Field extends string> = FormOptions<Field> & { fields: readonly Field[] };

/** In code units. A handler never gets a longer field, so that it cannot spend long on one. */
const longestField = 2_000;

/**
 * The messages for fields that are too long; null when there are none. A field without a message of its own may be
 * hidden, so the form as a whole gets one too.
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

/** Reads the text fields. When the body is no form, or a file is in place of a text, the field counts as empty. */
export function readForm<Field extends string>(fields: readonly Field[], formData: unknown): Form<Field> {
  const read = (name: string) => {
    const value = formData instanceof FormData ? formData.get(name) : null;
    return typeof value === "string" ? value : "";
  };
  return Object.fromEntries(fields.map((name) => [name, read(name)])) as Form<Field>;
}

/** The file that was chosen. Browsers send an empty field as a file without bytes. */
export function readFile(name: string | undefined, formData: unknown): File | null {
  const value = name !== undefined && formData instanceof FormData ? formData.get(name) : null;
  return value instanceof File && value.size > 0 ? value : null;
}
