import * as z from "zod";
import { readExpiry } from "@/lib/core/link-expiry";
import { merchantPaths } from "@/lib/core/merchant-paths";
import { drawnMode } from "@/lib/domain/payment-links/create/check-mode";
import { type CreateOutcome, createPaymentLink } from "@/lib/domain/payment-links/create/create-payment-link";
import { parseNewLink } from "@/lib/domain/payment-links/new-link/schema";
import type { Said } from "@/lib/i18n/language/error-code";
import type { DraftAnswer } from "@/lib/ui/offline/draft-answer";
import { getActor } from "@/lib/web/actor";
import { linkContent, rowId, text } from "@/lib/web/form-schema";
import { linkLimit } from "@/lib/web/limits";
import { sentenceFor } from "@/lib/web/refused-state";
import type { Member } from "@/lib/web/require-member";

/** What is sent of a draft. */
export const draftSchema = z.object({
  ...{ person: text, mode: text, business: text, intentId: rowId, ...linkContent },
  ...{ expiry: text, expiryDay: text },
});
type SentDraft = z.output<typeof draftSchema>;

/** Failures that have nothing to do with the draft: the others would fail in the same way. */
const pausing = ["no_key", "key_unreadable", "key_refused", "unreachable", "links_used_up"];

/** Creates the link of a draft. @param draft null when it could not be read. */
export async function createFromDraft(member: Member, draft: SentDraft | null): Promise<DraftAnswer> {
  if (!draft) return refuse("form_unreadable");
  const { merchantId, merchant } = member;
  const parsed = parseNewLink(draft);
  if (!parsed.ok) return refuse(Object.values(parsed.issues)[0] ?? "form_unreadable");
  const mode = await drawnMode({ merchantId, mode: merchant.mode }, draft);
  if (!mode.ok) return refuse(mode);
  const expiry = readExpiry(draft, merchant);
  if (!expiry.ok) return refuse(expiry.code);
  const actor = await getActor(member);
  const created = await createPaymentLink({
    ...{ merchantId, actor, mode: mode.value, intentId: draft.intentId, link: parsed.value },
    // The person has seen their drafts in a list: two with the same content are two customers.
    isRepeatable: true,
    expiry: expiry.value,
    limits: linkLimit(merchantId, actor.ip),
  });
  if (created.ok) return toAnswer(created.value, merchantPaths(merchant.slug).link(created.value.linkId));
  const { code } = created;
  if (code === "rate_limited" || code === "too_many_links") return { outcome: "later" };
  const sentence = await sentenceFor(code);
  // The draft was changed after it had arrived.
  if (code === "intent_reused") {
    return { outcome: "refused", sentence, path: merchantPaths(merchant.slug).link(created.linkId) };
  }
  return { outcome: pausing.includes(code) ? "paused" : "refused", sentence };
}

async function toAnswer({ state, failureCode }: CreateOutcome, path: string): Promise<DraftAnswer> {
  if (state === "sending") return { outcome: "later" };
  if (state === "rejected") {
    const sentence = await sentenceFor(failureCode ?? "unexpected");
    return { outcome: "rejected", sentence, isPaused: pausing.includes(failureCode ?? "") };
  }
  return { outcome: state === "unknown" ? "unconfirmed" : "made", path };
}

async function refuse(said: Said): Promise<DraftAnswer> {
  return { outcome: "refused", sentence: await sentenceFor(said) };
}
