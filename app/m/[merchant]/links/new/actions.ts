"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { memberAction } from "@/lib/auth/action";
import { createPaymentLink } from "@/lib/payment-links/create-payment-link";
import type { LinkField, LinkFormExtra } from "@/lib/payment-links/link-form-state";
import { parseNewLink } from "@/lib/payment-links/schema";

export const createLink = memberAction<LinkField, LinkFormExtra>(
  "links:create",
  { fields: ["intentId", "amount", "reading", "currency", "description"] },
  async ({ merchantId, merchant, person, ip }, form) => {
    const parsed = parseNewLink(form);
    if (!parsed.ok) {
      return { errors: parsed.issues, extra: { intentId: form.intentId, readings: parsed.readings } };
    }
    // From here on the old intent is spent, so whatever is refused goes back with a new one.
    const renewed: LinkFormExtra = { intentId: crypto.randomUUID(), readings: [] };
    if (!z.uuid().safeParse(form.intentId).success) {
      return { errors: { form: "form_unreadable" }, extra: renewed };
    }
    const created = await createPaymentLink({
      merchantId,
      actor: { userId: person.id, ip },
      mode: merchant.mode,
      intentId: form.intentId,
      link: parsed.value,
    });
    const linkPath = (id: string) => `/m/${merchant.slug}/links/${id}`;
    if (!created.ok) {
      if (created.code !== "intent_reused") return { errors: { form: created.code }, extra: renewed };
      return { errors: { form: created.code }, extra: { ...renewed, earlierLink: linkPath(created.linkId) } };
    }
    const { state, failureCode, linkId } = created.value;
    if (state === "rejected" && failureCode) return { errors: { form: failureCode }, extra: renewed };
    redirect(linkPath(linkId));
  },
);
