import { refresh } from "next/cache";
import { headers } from "next/headers";
import { notFound, unstable_rethrow } from "next/navigation";
import type { z } from "zod";
import type { FormState } from "@/lib/core/form-state";
import { type MerchantPaths, merchantPaths } from "@/lib/core/merchant-paths";
import type { Person } from "@/lib/domain/accounts/store";
import type { Actor } from "@/lib/domain/audit/schema";
import type { Permission } from "@/lib/domain/members/permissions";
import type { Said } from "@/lib/i18n/language/error-code";
import { schemaErrors } from "@/lib/i18n/schema-errors";
import { getLocale } from "@/lib/i18n/translations";
import { isBusy } from "@/lib/platform/fair-queue";
import { log } from "@/lib/platform/log";
import type { Lookup } from "@/lib/platform/statement";
import { getActor } from "@/lib/web/actor";
import { pathHeader, slugInPath } from "@/lib/web/address";
import { forgetKeptForm, keepForm } from "@/lib/web/kept-form";
import { type FormOptions, findTooLong, readFile, readForm } from "@/lib/web/read-form";
import { noteShownAgain, refuseForm } from "@/lib/web/refused-form";
import { refusedState } from "@/lib/web/refused-state";
import { admitMember, type Member, type MemberTill } from "@/lib/web/require-member";
import { requireOperator } from "@/lib/web/require-operator";
import { requireProof } from "@/lib/web/require-proof";
import { clientIp, findFormVisit, requireSession } from "@/lib/web/session";

type RequestFacts = {
  ip: string | null;
  locale: string;
  /** The file that was chosen in the form's file field; null for none. */
  file: File | null;
};
/** A zod schema for the form's fields, each a text under its name. */
type FormSchema = z.ZodType<object, Record<string, unknown>> & { shape: Record<string, unknown> };
type FieldOf<Schema extends FormSchema> = Extract<keyof z.input<Schema>, string>;

/** What a handler answers when the form is not accepted. When it is accepted, the handler usually redirects. */
type Refusal<Field extends string, Extra> = {
  errors: Partial<Record<Field | "form", Said>>;
  extra?: Extra;
  /** It was accepted after all; the page stays, with an empty form and with `extra`. */
  isDone?: true;
  /** Values for fields to show in place of what was typed. */
  values?: Partial<Record<Field, string>>;
  /** It was not accepted, and the rest of the page is out of date. */
  isChanged?: boolean;
};

type Shape<Schema extends FormSchema> = FormOptions<FieldOf<Schema>> & {
  /** Its messages are our codes, shown beside their field. A field with another message makes the form unreadable. */
  schema: Schema;
  /** A stolen session must not be enough for it: the person must have proved lately who they are. */
  needsProof?: true;
};

type FormAction<Field extends string, Extra> = (
  previous: FormState<Field, Extra>,
  formData: FormData,
) => Promise<FormState<Field, Extra>>;

type Handler<Context, Schema extends FormSchema, Extra> = (
  context: Context & RequestFacts,
  form: z.output<Schema>,
) => Promise<Refusal<FieldOf<Schema>, Extra>>;

/** A form that anyone may send: sign-in, sign-up. */
export function publicAction<Schema extends FormSchema, Extra = undefined>(
  shape: Shape<Schema>,
  handler: Handler<object, Schema, Extra>,
): FormAction<FieldOf<Schema>, Extra> {
  return formAction(async () => ({}), shape, handler);
}

/** What a handler knows about a signed-in person who sent the form. */
type PersonContext = { person: Person; sessionId: string; actor: Actor };

/** A form for a signed-in person, outside any merchant. */
export function personAction<Schema extends FormSchema, Extra = undefined>(
  shape: Shape<Schema>,
  handler: Handler<PersonContext, Schema, Extra>,
): FormAction<FieldOf<Schema>, Extra> {
  return formAction(
    async () => {
      const { id, person } = await requireSession();
      return withActor({ person, sessionId: id });
    },
    shape,
    handler,
  );
}

/** A form for an operator. A stolen session is never enough for it. */
export function operatorAction<Schema extends FormSchema>(
  schema: Schema,
  handler: Handler<PersonContext, Schema, undefined>,
): FormAction<FieldOf<Schema>, undefined> {
  return formAction(
    async () => {
      const { id, person } = await requireOperator();
      return withActor({ person, sessionId: id });
    },
    { schema, needsProof: true },
    handler,
  );
}

/** What a handler knows about the member who sent the form. */
export type MemberContext = Member & { actor: Actor; paths: MerchantPaths };

/** @property lookUp what the handler needs of its merchant, to be asked for together with who asks; it changes nothing. */
type MemberShape<Schema extends FormSchema, Found> = Shape<Schema> & {
  lookUp?: (form: Record<FieldOf<Schema>, string>) => Lookup<Found> | null;
};

/** A form in the merchant that the address names, for members with the permission. */
export function memberAction<Schema extends FormSchema, Extra = undefined, Found = never>(
  permission: Permission,
  shape: MemberShape<Schema, Found>,
  handler: Handler<MemberContext & { found: Found | null }, Schema, Extra>,
): FormAction<FieldOf<Schema>, Extra> {
  return formAction(
    async (form) => {
      const slug = slugInPath((await headers()).get(pathHeader) ?? "");
      if (slug === null) notFound();
      const { visit, found } = await findFormVisit(shape.lookUp?.(form) ?? null);
      const member = await admitMember(slug, permission, visit);
      return member && { ...(await withActor(member)), paths: merchantPaths(member.merchant.slug), found };
    },
    shape,
    handler,
  );
}

async function withActor<Context extends { person: Person; till?: MemberTill | null }>(
  context: Context,
): Promise<Context & { actor: Actor }> {
  return { ...context, actor: await getActor(context) };
}

/**
 * Every form comes in here: it finds out who is asking, parses the form, and shows it again with what was typed if it
 * is not accepted.
 * @param admit answers null for a person whose role does not allow it.
 */
function formAction<Context extends object, Schema extends FormSchema, Extra>(
  admit: (form: Record<FieldOf<Schema>, string>) => Promise<Context | null>,
  options: Shape<Schema>,
  handler: Handler<Context, Schema, Extra>,
): FormAction<FieldOf<Schema>, Extra> {
  const fields = Object.keys(options.schema.shape) as FieldOf<Schema>[];
  const shape = { ...options, fields };
  const answer: FormAction<FieldOf<Schema>, Extra> = async (previous, formData) => {
    const form = readForm(fields, formData);
    let isRefused = false;
    try {
      const tooLong = findTooLong(shape, form);
      isRefused = tooLong !== null;
      if (tooLong) return await refusedState(shape, form, tooLong, previous?.extra);
      const admitted = await admit(form);
      if (!admitted) {
        await refuseForm();
        return await refusedState(shape, form, { form: "not_for_your_role" });
      }
      const context = { ...admitted, ip: await clientIp(), locale: await getLocale() };
      const parsed = options.schema.safeParse(form);
      if (!parsed.success) {
        isRefused = true;
        return await refusedState(shape, form, schemaErrors(parsed.error), previous?.extra);
      }
      if (options.needsProof) {
        await requireProof(async () => keepForm(formData, (await refusedState(shape, form, {})).values));
        await forgetKeptForm();
      }
      const file = readFile(options.file, formData);
      const refusal = await handler({ ...context, file }, parsed.data);
      isRefused = !refusal.isDone && !refusal.isChanged;
      const kept = refusal.isDone ? readForm(fields, null) : { ...form, ...refusal.values };
      return await refusedState(shape, kept, refusal.errors, refusal.extra);
    } catch (error) {
      unstable_rethrow(error);
      isRefused = true;
      if (isBusy(error)) return refusedState(shape, form, { form: "busy" }, previous?.extra);
      // An error of ours must not cost the person the form: they get a sentence, and what they typed stays.
      log().error({ err: error }, "a form could not be handled");
      return refusedState(shape, form, { form: "unexpected" });
    } finally {
      // The browser caches the layout and the pages it has shown; this makes it fetch them anew. A refused form has
      // changed nothing, so its page stays as it is, with what was typed.
      if (!isRefused) refresh();
    }
  };
  return async (previous, formData) => {
    const state = await answer(previous, formData);
    if (Object.keys(state.errors).length > 0) await noteShownAgain(formData);
    return state;
  };
}
