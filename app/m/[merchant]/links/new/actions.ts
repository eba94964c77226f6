"use server";

import { redirect } from "next/navigation";
import { getFormatter, getTranslations } from "next-intl/server";
import type { Result } from "@/lib/core/result";
import { isUuid } from "@/lib/core/uuid";
import { templateAsSeen } from "@/lib/domain/link-templates/service";
import {
  type CreateFailure,
  type CreateOutcome,
  createPaymentLink,
} from "@/lib/domain/payment-links/create/create-payment-link";
import type { CreateRequest } from "@/lib/domain/payment-links/create/schema";
import { findPaymentLink } from "@/lib/domain/payment-links/history/list-history";
import { type LinkField, type LinkFormExtra, parseNewLink } from "@/lib/domain/payment-links/schema";
import { memberAction } from "@/lib/web/action";
import type { Member } from "@/lib/web/require-member";

export const createLink = memberAction<LinkField, LinkFormExtra>(
  "links:create",
  { fields: ["intentId", "duplicateOf", "amount", "interpretation", "currency", "description"] },
  async (context, form) => {
    const { intentId, duplicateOf } = form;
    const parsed = parseNewLink(form);
    if (!parsed.ok)
      return { errors: parsed.issues, extra: { intentId, interpretations: parsed.interpretations } };
    if (!isUuid(intentId)) return { errors: { form: "form_unreadable" }, extra: await renewed() };
    const created = await create(context, { intentId, link: parsed.value, duplicateOf });
    if (!created.ok) {
      const extra = await renewed(created, linkPath(context));
      if (extra.nearDuplicate && !(await findPaymentLink(context.view, extra.nearDuplicate.id))) {
        // Whoever sees their own links only is told that a colleague made it, and not shown the link.
        extra.nearDuplicate.path = null;
      }
      return created.code === "near_duplicate"
        ? { errors: {}, extra }
        : { errors: { form: created.code }, extra };
    }
    const { state, failureCode, linkId } = created.value;
    if (state === "rejected" && failureCode) return { errors: { form: failureCode }, extra: await renewed() };
    redirect(linkPath(context)(linkId));
  },
);

/** One tap on a template. The link is made of what its button said, or not at all. */
export const createFromTemplate = memberAction(
  "links:create",
  { fields: ["intentId", "templateId", "version"] },
  async (context, { intentId, templateId, version }) => {
    if (!isUuid(intentId) || !isUuid(templateId)) return { errors: { form: "form_unreadable" } };
    const template = await templateAsSeen(context.merchantId, templateId, version);
    if (!template.ok) return { errors: { form: template.code } };
    const { amountMinor, currency, description } = template.value;
    const link = { amountMinor, currency, description };
    const created = await create(context, { intentId, link, isRepeatable: true });
    if (!created.ok) return { errors: { form: created.code } };
    const { state, failureCode, linkId } = created.value;
    if (state === "rejected" && failureCode) return { errors: { form: failureCode } };
    redirect(linkPath(context)(linkId));
  },
);

function create(
  { merchantId, merchant, person, ip }: Member & { ip: string | null },
  createRequest: Pick<CreateRequest, "intentId" | "link" | "duplicateOf" | "isRepeatable">,
): Promise<Result<CreateOutcome, CreateFailure>> {
  return createPaymentLink({
    merchantId,
    actor: { userId: person.id, ip },
    mode: merchant.mode,
    ...createRequest,
  });
}

function linkPath({ merchant }: Member): (id: string) => string {
  return (id) => `/m/${merchant.slug}/links/${id}`;
}

/** The old intent is spent or refused, so the form goes back with a new one, and with what it led to. */
async function renewed(
  failure?: CreateFailure,
  toPath: (id: string) => string = String,
): Promise<LinkFormExtra> {
  const extra: LinkFormExtra = { intentId: crypto.randomUUID(), interpretations: [] };
  if (failure?.code === "intent_reused") extra.earlierLink = toPath(failure.linkId);
  if (failure?.code === "near_duplicate") {
    const { id, createdBy, createdAt, isLinkUnconfirmed } = failure.duplicate;
    const t = await getTranslations("newLink");
    const when = (await getFormatter()).relativeTime(createdAt, new Date());
    const labels = isLinkUnconfirmed ? "isUnconfirmed" : "nearDuplicate";
    extra.nearDuplicate = { id, path: toPath(id), text: t(labels, { name: createdBy, when }) };
  }
  return extra;
}
