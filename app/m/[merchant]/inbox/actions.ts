"use server";

import { redirect } from "next/navigation";
import { memberAction } from "@/lib/auth/action";
import { adoptCandidate } from "@/lib/payment-links/adopt-candidate";
import { createPaymentLink } from "@/lib/payment-links/create-payment-link";
import { describeLink, dismissLink } from "@/lib/payment-links/inbox";
import { type DescribeField, type LinkFormExtra, parseNewLink } from "@/lib/payment-links/schema";
import { paymentLinkOf } from "@/lib/payment-links/service";
import { requestSyncNow } from "@/lib/payment-links/sync/request-sync";
import { isUuid } from "@/lib/uuid";

/** "This is it": a person has opened the candidate and seen this link's amount and description there. */
export const adopt = memberAction(
  "links:resolve",
  { fields: ["linkId", "candidateId"] },
  async ({ view, merchant, person, ip }, { linkId, candidateId }) => {
    if (!isUuid(linkId) || !isUuid(candidateId)) return { errors: { form: "form_unreadable" } };
    const actor = { userId: person.id, ip };
    const adopted = await adoptCandidate({ view, actor, linkId, candidateId });
    if (!adopted.ok) return { errors: { form: adopted.code } };
    redirect(`/m/${merchant.slug}/links/${linkId}`);
  },
);

/** "Create again anyway": one new link in place of the unknown one, however often the button is pressed. */
export const createAgain = memberAction(
  "links:resolve",
  { fields: ["linkId", "intentId"] },
  async ({ view, merchantId, merchant, person, ip }, { linkId, intentId }) => {
    const unknown = isUuid(linkId) && isUuid(intentId) ? await paymentLinkOf(view, linkId) : null;
    const { amountMinor, currency, description } = unknown ?? {};
    if (!unknown || !amountMinor || !currency || !description) return { errors: { form: "form_unreadable" } };
    const created = await createPaymentLink({
      merchantId,
      actor: { userId: person.id, ip },
      mode: unknown.mode,
      intentId,
      link: { amountMinor, currency, description },
      replaces: linkId,
    });
    if (!created.ok) return { errors: { form: created.code } };
    redirect(`/m/${merchant.slug}/links/${created.value.linkId}`);
  },
);

/** Writes down what a link made elsewhere is for. */
export const describe = memberAction<DescribeField, LinkFormExtra>(
  "links:resolve",
  { fields: ["linkId", "amount", "reading", "currency", "description"] },
  async ({ view, merchant, person, ip }, form) => {
    const parsed = parseNewLink(form);
    if (!parsed.ok) return { errors: parsed.issues, extra: { intentId: "", readings: parsed.readings } };
    if (!isUuid(form.linkId)) return { errors: { form: "form_unreadable" } };
    const actor = { userId: person.id, ip };
    await describeLink({ view, actor, id: form.linkId, content: parsed.value });
    redirect(`/m/${merchant.slug}/inbox`);
  },
);

export const dismiss = memberAction(
  "links:resolve",
  { fields: ["linkId"] },
  async ({ view, merchant, person, ip }, { linkId }) => {
    if (!isUuid(linkId)) return { errors: { form: "form_unreadable" } };
    await dismissLink({ view, actor: { userId: person.id, ip }, id: linkId });
    redirect(`/m/${merchant.slug}/inbox`);
  },
);

/** Asks the worker to look through upstream's list now. */
export const syncNow = memberAction("links:resolve", { fields: [] }, async ({ merchantId, merchant }) => {
  await requestSyncNow(merchantId, merchant.mode);
  redirect(`/m/${merchant.slug}/inbox?looking=now`);
});
