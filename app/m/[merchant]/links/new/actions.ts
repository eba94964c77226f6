"use server";

import { redirect } from "next/navigation";
import { getFormatter, getTranslations } from "next-intl/server";
import { memberAction } from "@/lib/auth/action";
import { type CreateFailure, createPaymentLink } from "@/lib/payment-links/create-payment-link";
import { type LinkField, type LinkFormExtra, parseNewLink } from "@/lib/payment-links/schema";
import { paymentLinkOf } from "@/lib/payment-links/service";
import { isUuid } from "@/lib/uuid";

export const createLink = memberAction<LinkField, LinkFormExtra>(
  "links:create",
  { fields: ["intentId", "besides", "amount", "reading", "currency", "description"] },
  async ({ view, merchantId, merchant, person, ip }, form) => {
    const { intentId, besides } = form;
    const parsed = parseNewLink(form);
    if (!parsed.ok) return { errors: parsed.issues, extra: { intentId, readings: parsed.readings } };
    if (!isUuid(intentId)) return { errors: { form: "form_unreadable" }, extra: await renewed() };
    const created = await createPaymentLink({
      merchantId,
      actor: { userId: person.id, ip },
      mode: merchant.mode,
      intentId,
      link: parsed.value,
      besides,
    });
    const linkPath = (id: string) => `/m/${merchant.slug}/links/${id}`;
    if (!created.ok) {
      const extra = await renewed(created, linkPath);
      if (extra.nearDuplicate && !(await paymentLinkOf(view, extra.nearDuplicate.id))) {
        // Whoever sees their own links only is told that a colleague made it, and not shown the link.
        extra.nearDuplicate.path = null;
      }
      return created.code === "near_duplicate"
        ? { errors: {}, extra }
        : { errors: { form: created.code }, extra };
    }
    const { state, failureCode, linkId } = created.value;
    if (state === "rejected" && failureCode) return { errors: { form: failureCode }, extra: await renewed() };
    redirect(linkPath(linkId));
  },
);

/** The old intent is spent or refused, so the form goes back with a new one, and with what it led to. */
async function renewed(
  failure?: CreateFailure,
  linkPath: (id: string) => string = String,
): Promise<LinkFormExtra> {
  const extra: LinkFormExtra = { intentId: crypto.randomUUID(), readings: [] };
  if (failure?.code === "intent_reused") extra.earlierLink = linkPath(failure.linkId);
  if (failure?.code === "near_duplicate") {
    const { id, createdBy, createdAt } = failure.duplicate;
    const t = await getTranslations("newLink");
    const when = (await getFormatter()).relativeTime(createdAt, new Date());
    extra.nearDuplicate = { id, path: linkPath(id), text: t("nearDuplicate", { name: createdBy, when }) };
  }
  return extra;
}
