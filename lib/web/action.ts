import { refresh } from "next/cache";
import { headers } from "next/headers";
import { notFound, unstable_rethrow } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import type { FormState } from "@/lib/core/form-state";
import type { Person } from "@/lib/domain/accounts/store";
import type { Permission } from "@/lib/domain/members/permissions";
import type { Said } from "@/lib/i18n/language/error-code";
import { log } from "@/lib/platform/log";
import { pathHeader, slugInPath } from "@/lib/web/address";
import { refuseForm } from "@/lib/web/refused-form";
import { admitMember, type Member } from "@/lib/web/require-member";
import { clientIp, requirePerson } from "@/lib/web/session";

type RequestFacts = {
  ip: string | null;
  locale: string;
  /** What was chosen in the form's file field; null for nothing. */
  file: File | null;
};
type Form<Field extends string> = Record<Field, string>;

/** What a handler answers when the form is not accepted; when it is, the handler mostly redirects. */
type Refusal<Field extends string, Extra> = {
  errors: Partial<Record<Field | "form", Said>>;
  extra?: Extra;
  /** It was accepted after all, and the page stays with an empty form and what `extra` tells. */
  isDone?: true;
  /** It was not, and what the screen shows around the form is no longer so. */
  isChanged?: boolean;
};

type Shape<Field extends string> = {
  fields: readonly Field[];
  /** Fields that are never sent back to the page, such as passwords and keys. */
  secret?: readonly NoInfer<Field>[];
  /** The field that is a file. Nothing of it is sent back either. */
  file?: NoInfer<Field>;
  /** Fields that may be longer than `longestField`, in code units. */
  longest?: Partial<Record<NoInfer<Field>, number>>;
  /** What is said of a field that is longer, where there is a better sentence than that it is. */
  tooLong?: Partial<Record<NoInfer<Field>, Said>>;
};

/** In code units. No handler sees a longer field: whatever it does with a text, it does with a short one. */
const longestField = 2_000;

type FormAction<Field extends string, Extra> = (
  previous: FormState<Field, Extra>,
  formData: FormData,
) => Promise<FormState<Field, Extra>>;

type Handler<Context, Field extends string, Extra> = (
  context: Context & RequestFacts,
  form: Form<Field>,
) => Promise<Refusal<Field, Extra>>;

/** A form that anyone may send: sign-in, sign-up. */
export function publicAction<Field extends string, Extra = undefined>(
  shape: Shape<Field>,
  handler: Handler<object, Field, Extra>,
): FormAction<Field, Extra> {
  return formAction(async () => ({}), shape, handler);
}

/** A form for a signed-in person, outside any merchant. */
export function personAction<Field extends string, Extra = undefined>(
  shape: Shape<Field>,
  handler: Handler<{ person: Person }, Field, Extra>,
): FormAction<Field, Extra> {
  return formAction(async () => ({ person: await requirePerson() }), shape, handler);
}

/** A form inside the merchant that the address names, for members who hold the permission. */
export function memberAction<Field extends string, Extra = undefined>(
  permission: Permission,
  shape: Shape<Field>,
  handler: Handler<Member, Field, Extra>,
): FormAction<Field, Extra> {
  return formAction(() => findMemberByPath(permission), shape, handler);
}

async function findMemberByPath(permission: Permission): Promise<Member | null> {
  const slug = slugInPath((await headers()).get(pathHeader) ?? "");
  return slug === null ? notFound() : admitMember(slug, permission);
}

/**
 * The one way in for every form: who is asking, what they sent, and their words back if it is not accepted.
 * @param admit answers null for a person whose role does not include it.
 */
function formAction<Context extends object, Field extends string, Extra>(
  admit: () => Promise<Context | null>,
  shape: Shape<Field>,
  handler: Handler<Context, Field, Extra>,
): FormAction<Field, Extra> {
  return async (previous, formData) => {
    const form = readForm(shape.fields, formData);
    let isRefused = false;
    try {
      const tooLong = findTooLong(shape, form);
      isRefused = tooLong !== null;
      if (tooLong) return await refusedState(shape, form, tooLong, previous?.extra);
      const admitted = await admit();
      if (!admitted) {
        await refuseForm();
        return await refusedState(shape, form, { form: "not_for_your_role" });
      }
      const context = { ...admitted, ip: await clientIp(), locale: await getLocale() };
      const refusal = await handler({ ...context, file: readFile(shape.file, formData) }, form);
      isRefused = !refusal.isDone && !refusal.isChanged;
      const kept = refusal.isDone ? readForm(shape.fields, null) : form;
      return await refusedState(shape, kept, refusal.errors, refusal.extra);
    } catch (error) {
      unstable_rethrow(error);
      isRefused = true;
      // A form is not lost to our own trouble: the person sees a sentence and what they typed.
      log().error({ err: error }, "a form could not be handled");
      return refusedState(shape, form, { form: "unexpected" });
    } finally {
      // The browser keeps the frame and the pages that it was shown. The answer brings all of them anew, but for a form
      // that changed nothing: its page stays as it is, with what was typed.
      if (!isRefused) refresh();
    }
  };
}

/**
 * What is said of fields that are longer than they may be; null where none is. One without a sentence of its own may be
 * hidden, so that the form says it too.
 */
function findTooLong<Field extends string>(
  { fields, longest, tooLong }: Shape<Field>,
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
function readForm<Field extends string>(fields: readonly Field[], formData: unknown): Form<Field> {
  const read = (name: string) => {
    const value = formData instanceof FormData ? formData.get(name) : null;
    return typeof value === "string" ? value : "";
  };
  return Object.fromEntries(fields.map((name) => [name, read(name)])) as Form<Field>;
}

/** A file that was chosen. A field left empty is sent as a file of no bytes. */
function readFile(name: string | undefined, formData: unknown): File | null {
  const value = name !== undefined && formData instanceof FormData ? formData.get(name) : null;
  return value instanceof File && value.size > 0 ? value : null;
}

async function refusedState<Field extends string, Extra>(
  { fields, secret = [], file }: Shape<Field>,
  form: Form<Field>,
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

async function sentenceFor(said: Said): Promise<string> {
  const t = await getTranslations("errors");
  if (typeof said === "string") return t(said);
  const mode = await getTranslations("mode");
  const { code, shown, current } = said;
  return t(code, { shown: shown ? mode(shown) : "", current: mode(current) });
}
