"use server";

import { redirect } from "next/navigation";
import * as z from "zod";
import { isolate } from "@/lib/core/isolate";
import { readExpiry } from "@/lib/core/link-expiry";
import { modes } from "@/lib/core/mode";
import type { Result } from "@/lib/core/result";
import { isUuid } from "@/lib/core/uuid";
import { templateAsSeen } from "@/lib/domain/link-templates/find-template";
import type { TapExtra } from "@/lib/domain/link-templates/schema";
import { may } from "@/lib/domain/members/permissions";
import { drawnMode } from "@/lib/domain/payment-links/create/check-mode";
import {
  type CreateFailure,
  type CreateOutcome,
  createPaymentLink,
} from "@/lib/domain/payment-links/create/create-payment-link";
import { type Beforehand, lookUpBeforehand } from "@/lib/domain/payment-links/create/read-beforehand";
import type { CreateRequest } from "@/lib/domain/payment-links/create/schema";
import { findPaymentLink } from "@/lib/domain/payment-links/history/list-history";
import { amountInterpretations, parseNewLink } from "@/lib/domain/payment-links/new-link/schema";
import type { LinkFormExtra } from "@/lib/domain/payment-links/schema";
import { getFormatter, getTranslations } from "@/lib/i18n/translations";
import { type MemberContext, memberAction } from "@/lib/web/action";
import { linkContent, optionalRowId, rowId, text } from "@/lib/web/form-schema";
import { linkLimit } from "@/lib/web/limits";

/** What the page showed, mode and business, and the intent of one submission. */
const drawnWith = { mode: text, business: text, intentId: rowId };
const newLinkForm = z.object({
  ...{ ...drawnWith, duplicateOf: text, corrects: optionalRowId, ...linkContent },
  ...{ expiry: text, expiryDay: text },
});
const tapForm = z.object({ ...drawnWith, templateId: rowId, version: text });

/** What creating a link needs of its merchant, for what the form says that its page showed. */
function lookUp({ mode, intentId }: { mode: string; intentId: string }) {
  const shown = modes.find((known) => known === mode);
  return shown && isUuid(intentId) ? lookUpBeforehand(shown, intentId) : null;
}

export const createLink = memberAction<typeof newLinkForm, LinkFormExtra, Beforehand>(
  "links:create",
  {
    schema: newLinkForm,
    lookUp,
    tooLong: { amount: "amount_too_large", description: "description_too_long" },
  },
  async (context, form) => {
    const { intentId, duplicateOf } = form;
    const parsed = parseNewLink(form);
    const mode = await drawnMode({ merchantId: context.merchantId, mode: context.merchant.mode }, form);
    const again = { interpretations: amountInterpretations(form), mode: context.merchant.mode };
    const expiry = readExpiry(form, context.merchant);
    if (!parsed.ok || !mode.ok || !expiry.ok) {
      const errors = {
        ...(!parsed.ok && parsed.issues),
        ...(!expiry.ok && { expiryDay: expiry.code }),
        ...(!mode.ok && { form: mode }),
      };
      return { errors, extra: { intentId, ...again }, isChanged: !mode.ok };
    }
    const corrects = form.corrects ?? undefined;
    if (corrects !== undefined && !(await findCorrected(context, corrects)))
      return { errors: { form: "already_replaced" }, extra: { intentId, ...again } };
    const link = parsed.value;
    const content = { mode: mode.value, intentId, link, duplicateOf, corrects, expiry: expiry.value };
    const created = await create(context, content);
    if (!created.ok) {
      const extra = await renewed(again, created, context.paths.link);
      if (extra.nearDuplicate && !(await findPaymentLink(context.view, extra.nearDuplicate.id))) {
        // A person who sees only their own links is told that a colleague created it, without a way to open it.
        extra.nearDuplicate.path = null;
      }
      return created.code === "near_duplicate"
        ? { errors: {}, extra }
        : { errors: { form: created.code }, extra };
    }
    const { state, failureCode, linkId } = created.value;
    if (state === "rejected" && failureCode) {
      return { errors: { form: failureCode }, extra: await renewed(again), isChanged: true };
    }
    redirect(context.paths.link(linkId));
  },
);

/** One tap on a template. The link is created as its button said, or not at all. */
export const createFromTemplate = memberAction<typeof tapForm, TapExtra, Beforehand>(
  "links:create",
  { schema: tapForm, lookUp },
  async (context, form) => {
    const { intentId, templateId, version } = form;
    const extra = { mode: context.merchant.mode };
    const mode = await drawnMode({ merchantId: context.merchantId, mode: context.merchant.mode }, form);
    if (!mode.ok) return { errors: { form: mode }, extra, isChanged: true };
    const template = await templateAsSeen(context.merchantId, templateId, version);
    if (!template.ok) return { errors: { form: template.code }, extra, isChanged: true };
    const { amountMinor, currency, description, expiry } = template.value;
    const link = { amountMinor, currency, description };
    const content = {
      mode: mode.value,
      intentId,
      link,
      isRepeatable: true,
      expiry: expiry ?? undefined,
    } as const;
    const created = await create(context, content);
    if (!created.ok) return { errors: { form: created.code }, extra, isChanged: true };
    const { state, failureCode, linkId } = created.value;
    if (state === "rejected" && failureCode) return { errors: { form: failureCode }, extra, isChanged: true };
    redirect(context.paths.link(linkId));
  },
);

/** The link that another one is to replace, if this person may see it and replace it. */
async function findCorrected({ view, role }: MemberContext, id: string) {
  return may(role, "links:cancel") ? findPaymentLink(view, id) : null;
}

function create(
  { merchantId, actor, found }: MemberContext & { found: Beforehand | null },
  createRequest: Pick<
    CreateRequest,
    "mode" | "intentId" | "link" | "duplicateOf" | "isRepeatable" | "corrects" | "expiry"
  >,
): Promise<Result<CreateOutcome, CreateFailure>> {
  const limits = linkLimit(merchantId, actor.ip);
  return createPaymentLink({ merchantId, actor, limits, beforehand: found ?? undefined, ...createRequest });
}

/** The intent was used or refused, so the form goes back with a new one, and with the result of the old one. */
async function renewed(
  again: Pick<LinkFormExtra, "interpretations" | "mode">,
  failure?: CreateFailure,
  toPath: (id: string) => string = String,
): Promise<LinkFormExtra> {
  const extra: LinkFormExtra = { intentId: crypto.randomUUID(), ...again };
  if (failure?.code === "intent_reused") extra.earlierLink = toPath(failure.linkId);
  if (failure?.code === "near_duplicate") {
    const { id, createdBy, createdAt, isLinkUnconfirmed } = failure.duplicate;
    const t = await getTranslations("newLink");
    const when = (await getFormatter()).relativeTime(createdAt, new Date());
    const labels = isLinkUnconfirmed ? "isUnconfirmed" : "nearDuplicate";
    extra.nearDuplicate = { id, path: toPath(id), text: t(labels, { name: isolate(createdBy), when }) };
  }
  return extra;
}
