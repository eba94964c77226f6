import type { FormState } from "@/lib/core/form-state";
import type { Said } from "@/lib/i18n/language/error-code";
import { getTranslations } from "@/lib/i18n/translations";
import type { FormFields } from "@/lib/web/read-form";

/** What a form that was not accepted shows: what was typed, except for secrets, and a sentence for each fault. */
export async function refusedState<Field extends string, Extra>(
  { fields, secret = [], file }: FormFields<Field>,
  form: Record<Field, string>,
  errors: Partial<Record<string, Said>>,
  extra?: Extra,
): Promise<FormState<Field, Extra>> {
  const state: FormState<Field, Extra> = { values: {}, errors: {} };
  for (const name of fields) if (name !== file && !secret.includes(name)) state.values[name] = form[name];
  for (const name of [...fields, "form"] as const) {
    const said = errors[name];
    if (said) state.errors[name] = await sentenceFor(said);
  }
  if (extra !== undefined) state.extra = extra;
  return state;
}

/** The sentence for a failure, in the language of whoever asked. */
export async function sentenceFor(said: Said): Promise<string> {
  const t = await getTranslations("errors");
  if (typeof said === "string") return t(said);
  const mode = await getTranslations("mode");
  if (said.code === "changed_meanwhile") return t(said.code, { now: said.now });
  if (said.code === "table_open_quote") return t(said.code, { place: String(said.place) });
  const { code, shown, current } = said;
  return t(code, { shown: shown ? mode(shown) : "", current: mode(current) });
}
