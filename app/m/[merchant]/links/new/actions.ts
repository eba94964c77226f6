"use server";

import { redirect } from "next/navigation";
import { getFormatter, getTranslations } from "next-intl/server";
import { isolate } from "@/lib/core/isolate";
import type { Result } from "@/lib/core/result";
import { isUuid } from "@/lib/core/uuid";
import { templateAsSeen } from "@/lib/domain/link-templates/find-template";
import type { TapExtra, TapField } from "@/lib/domain/link-templates/schema";
import { drawnMode } from "@/lib/domain/payment-links/create/check-mode";
import {
  type CreateFailure,
  type CreateOutcome,
  createPaymentLink,
} from "@/lib/domain/payment-links/create/create-payment-link";
import type { CreateRequest } from "@/lib/domain/payment-links/create/schema";
import { findPaymentLink } from "@/lib/domain/payment-links/history/list-history";
import {
  amountInterpretations,
  type LinkField,
  type LinkFormExtra,
  parseNewLink,
} from "@/lib/domain/payment-links/schema";
import { memberAction } from "@/lib/web/action";
import type { Member } from "@/lib/web/require-member";

export const createLink = memberAction<LinkField, LinkFormExtra>(
  "links:create",
  {
    fields: [
      "mode",
      "business",
      "intentId",
      "duplicateOf",
      "amount",
      "interpretation",
      "currency",
      "description",
    ],
    tooLong: { amount: "amount_too_large", description: "description_too_long" },
  },
  async (context, form) => {
    const { intentId, duplicateOf } = form;
    const parsed = parseNewLink(form);
    const mode = await drawnMode({ merchantId: context.merchantId, mode: context.merchant.mode }, form);
    const again = { interpretations: amountInterpretations(form), mode: context.merchant.mode };
    if (!parsed.ok || !mode.ok) {
      const errors = { ...(!parsed.ok && parsed.issues), ...(!mode.ok && { form: mode }) };
      return { errors, extra: { intentId, ...again }, isChanged: !mode.ok };
    }
    if (!isUuid(intentId)) return { errors: { form: "form_unreadable" }, extra: await renewed(again) };
    const created = await create(context, { mode: mode.value, intentId, link: parsed.value, duplicateOf });
    if (!created.ok) {
      const extra = await renewed(again, created, linkPath(context));
      if (extra.nearDuplicate && !(await findPaymentLink(context.view, extra.nearDuplicate.id))) {
        // Whoever sees their own links only is told that a colleague made it, and not shown the link.
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
    redirect(linkPath(context)(linkId));
  },
);

/** One tap on a template. The link is made of what its button said, or not at all. */
export const createFromTemplate = memberAction<TapField, TapExtra>(
  "links:create",
  { fields: ["mode", "business", "intentId", "templateId", "version"] },
  async (context, form) => {
    const { intentId, templateId, version } = form;
    const extra = { mode: context.merchant.mode };
    const mode = await drawnMode({ merchantId: context.merchantId, mode: context.merchant.mode }, form);
    if (!mode.ok) return { errors: { form: mode }, extra, isChanged: true };
    if (!isUuid(intentId) || !isUuid(templateId)) return { errors: { form: "form_unreadable" }, extra };
    const template = await templateAsSeen(context.merchantId, templateId, version);
    if (!template.ok) return { errors: { form: template.code }, extra, isChanged: true };
    const { amountMinor, currency, description } = template.value;
    const link = { amountMinor, currency, description };
    const created = await create(context, { mode: mode.value, intentId, link, isRepeatable: true });
    if (!created.ok) return { errors: { form: created.code }, extra, isChanged: true };
    const { state, failureCode, linkId } = created.value;
    if (state === "rejected" && failureCode) return { errors: { form: failureCode }, extra, isChanged: true };
    redirect(linkPath(context)(linkId));
  },
);

function create(
  { merchantId, person, ip }: Member & { ip: string | null },
  createRequest: Pick<CreateRequest, "mode" | "intentId" | "link" | "duplicateOf" | "isRepeatable">,
): Promise<Result<CreateOutcome, CreateFailure>> {
  return createPaymentLink({
    merchantId,
    actor: { userId: person.id, ip },
    ...createRequest,
  });
}

function linkPath({ merchant }: Member): (id: string) => string {
  return (id) => `/m/${merchant.slug}/links/${id}`;
}

/** The old intent is spent or refused, so the form goes back with a new one, and with what it led to. */
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
