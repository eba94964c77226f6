"use server";

import { redirect } from "next/navigation";
import { isUuid } from "@/lib/core/uuid";
import { drawnMode } from "@/lib/domain/payment-links/create/check-mode";
import { createPaymentLink } from "@/lib/domain/payment-links/create/create-payment-link";
import { findPaymentLink } from "@/lib/domain/payment-links/history/list-history";
import { annotateLink } from "@/lib/domain/payment-links/inbox/annotate-link";
import { dismissLink } from "@/lib/domain/payment-links/inbox/dismiss-link";
import { matchCandidate } from "@/lib/domain/payment-links/inbox/match-candidate";
import { type AnnotateField, type LinkFormExtra, parseNewLink } from "@/lib/domain/payment-links/schema";
import { requestSyncNow } from "@/lib/domain/payment-links/sync/request-sync";
import { memberAction } from "@/lib/web/action";

/** "This is it": a person has opened the candidate and seen this link's amount and description there. */
export const match = memberAction(
  "links:resolve",
  { fields: ["linkId", "candidateId"] },
  async ({ view, merchant, person, ip }, { linkId, candidateId }) => {
    if (!isUuid(linkId) || !isUuid(candidateId)) return { errors: { form: "form_unreadable" } };
    const actor = { userId: person.id, ip };
    const matched = await matchCandidate({ view, actor, linkId, candidateId });
    if (!matched.ok) return { errors: { form: matched.code } };
    redirect(`/m/${merchant.slug}/links/${linkId}`);
  },
);

/** "Create again anyway": one new link in place of the unknown one, however often the button is pressed. */
export const createAgain = memberAction(
  "links:resolve",
  { fields: ["mode", "business", "linkId", "intentId"] },
  async ({ view, merchantId, merchant, person, ip }, { mode, business, linkId, intentId }) => {
    const unknown = isUuid(linkId) && isUuid(intentId) ? await findPaymentLink(view, linkId) : null;
    const { amountMinor, currency, description } = unknown ?? {};
    if (!unknown || !amountMinor || !currency || !description) return { errors: { form: "form_unreadable" } };
    // Made in the link's own mode, which its card shows, whatever the business makes by now.
    const drawn = await drawnMode({ merchantId, mode: unknown.mode }, { mode, business, intentId });
    if (!drawn.ok) return { errors: { form: drawn } };
    const created = await createPaymentLink({
      merchantId,
      actor: { userId: person.id, ip },
      mode: drawn.value,
      intentId,
      link: { amountMinor, currency, description },
      replaces: linkId,
    });
    if (!created.ok) return { errors: { form: created.code } };
    redirect(`/m/${merchant.slug}/links/${created.value.linkId}`);
  },
);

/** Writes down what a link made elsewhere is for. */
export const annotate = memberAction<AnnotateField, LinkFormExtra>(
  "links:resolve",
  {
    fields: ["linkId", "amount", "interpretation", "currency", "description"],
    tooLong: { amount: "amount_too_large", description: "description_too_long" },
  },
  async ({ view, merchant, person, ip }, form) => {
    const parsed = parseNewLink(form);
    if (!parsed.ok)
      return { errors: parsed.issues, extra: { intentId: "", interpretations: parsed.interpretations } };
    if (!isUuid(form.linkId)) return { errors: { form: "form_unreadable" } };
    const actor = { userId: person.id, ip };
    await annotateLink({ view, actor, id: form.linkId, content: parsed.value });
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
