/**
 * What a form shows after it was sent and not accepted: what was typed, and a sentence beside each field
 * (or above the form, under `form`). Sentences are already in the person's language.
 */
export type FormState<Field extends string, Extra = undefined> = {
  values: Partial<Record<Field, string>>;
  errors: Partial<Record<Field | "form", string>>;
  extra?: Extra;
};
