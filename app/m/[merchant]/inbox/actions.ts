"use server";

import { redirect } from "next/navigation";
import * as z from "zod";
import { chooseInactive } from "@/lib/domain/merchants/choose-inactive";
import { drawnMode } from "@/lib/domain/payment-links/create/check-mode";
import { createPaymentLink } from "@/lib/domain/payment-links/create/create-payment-link";
import { findPaymentLink } from "@/lib/domain/payment-links/history/list-history";
import { annotateLink } from "@/lib/domain/payment-links/inbox/annotate-link";
import { seeAll, undoSeeAll } from "@/lib/domain/payment-links/inbox/dismiss-all";
import { dismissLink } from "@/lib/domain/payment-links/inbox/dismiss-link";
import { matchCandidate } from "@/lib/domain/payment-links/inbox/match-candidate";
import { seenKinds } from "@/lib/domain/payment-links/inbox/schema";
import { undoMatch } from "@/lib/domain/payment-links/inbox/undo-match";
import { parseNewLink } from "@/lib/domain/payment-links/new-link/schema";
import type { LinkFormExtra } from "@/lib/domain/payment-links/schema";
import { requestSyncNow } from "@/lib/domain/payment-links/sync/request-sync";
import { memberAction } from "@/lib/web/action";
import { linkContent, noFields, rowId, text } from "@/lib/web/form-schema";
import { linkLimit } from "@/lib/web/limits";

/** "Use this link": the person has opened the candidate, and its amount and description are those of this link. */
export const match = memberAction(
  "links:resolve",
  { schema: z.object({ linkId: rowId, candidateId: rowId, amountMinor: text, currency: text }) },
  async ({ view, actor, paths }, { linkId, candidateId, ...shown }) => {
    const matched = await matchCandidate({ view, actor, linkId, candidateId, shown });
    if (!matched.ok) return { errors: { form: matched.code }, isChanged: true };
    redirect(paths.link(linkId));
  },
);

/** Undoes a match, because it is a different link after all. */
export const takeBackMatch = memberAction(
  "links:resolve",
  { schema: z.object({ linkId: rowId, upstreamId: text }) },
  async ({ view, actor, paths }, { linkId, upstreamId }) => {
    const undone = await undoMatch({ view, actor, linkId, upstreamId });
    if (!undone.ok) return { errors: { form: undone.code }, isChanged: true };
    redirect(paths.link(linkId));
  },
);

/** "Create again anyway": one new link replaces the unknown one, however often the button is pressed. */
export const createAgain = memberAction(
  "links:resolve",
  { schema: z.object({ mode: text, business: text, linkId: rowId, intentId: rowId }) },
  async ({ view, merchantId, actor, paths }, { mode, business, linkId, intentId }) => {
    const unknown = await findPaymentLink(view, linkId);
    const { amountMinor, currency, description } = unknown ?? {};
    if (!unknown || !amountMinor || !currency || !description) return { errors: { form: "not_unknown" } };
    // Created in the unknown link's mode, which its card shows, whatever the merchant's mode is now.
    const drawn = await drawnMode({ merchantId, mode: unknown.mode }, { mode, business, intentId });
    if (!drawn.ok) return { errors: { form: drawn } };
    const created = await createPaymentLink({
      merchantId,
      actor,
      mode: drawn.value,
      intentId,
      link: { amountMinor, currency, description },
      replaces: linkId,
      limits: linkLimit(merchantId, actor.ip),
    });
    if (!created.ok) return { errors: { form: created.code } };
    redirect(paths.link(created.value.linkId));
  },
);

const annotateForm = z.object({ linkId: rowId, ...linkContent });

/** Stores what an external link is for. */
export const annotate = memberAction<typeof annotateForm, LinkFormExtra>(
  "links:resolve",
  {
    schema: annotateForm,
    tooLong: { amount: "amount_too_large", description: "description_too_long" },
  },
  async ({ view, actor, paths }, form) => {
    const parsed = parseNewLink(form);
    if (!parsed.ok)
      return { errors: parsed.issues, extra: { intentId: "", interpretations: parsed.interpretations } };
    const annotated = await annotateLink({ view, actor, id: form.linkId, content: parsed.value });
    // The page is not refreshed: a new one would no longer have the form with what was typed.
    if (!annotated.ok) return { errors: { form: annotated.code } };
    redirect(paths.inbox);
  },
);

export const dismiss = memberAction(
  "links:resolve",
  { schema: z.object({ linkId: rowId }) },
  async ({ view, actor, paths }, { linkId }) => {
    await dismissLink({ view, actor, id: linkId });
    redirect(paths.inbox);
  },
);

const kind = z.enum(seenKinds);
const moment = z.iso.datetime().transform((text) => new Date(text));

/** "Seen, all of them": also those that the page had no room for. */
export const seeAllOf = memberAction(
  "links:resolve",
  { schema: z.object({ kind, upTo: moment }) },
  async ({ view, actor, paths }, { kind, upTo }) => {
    const seen = await seeAll({ view, actor, kind, upTo });
    redirect(seen.count === 0 ? paths.inbox : paths.inboxSeen(kind, seen));
  },
);

export const undoSeen = memberAction(
  "links:resolve",
  { schema: z.object({ kind, at: moment }) },
  async ({ view, actor, paths }, { kind, at }) => {
    await undoSeeAll({ view, actor, kind, at });
    redirect(paths.inbox);
  },
);

/** What inactive links mean to this merchant: something to see, or nothing. */
export const chooseAboutInactive = memberAction(
  "settings:manage",
  { schema: z.object({ asks: z.enum(["ask", "nothing"]) }) },
  async ({ view, merchantId, actor, paths }, { asks }) => {
    await chooseInactive({ merchantId, actor, asks: asks === "ask" });
    if (asks === "ask") redirect(paths.inbox);
    const seen = await seeAll({ view, actor, kind: "inactive", upTo: new Date() });
    redirect(seen.count === 0 ? paths.inbox : paths.inboxSeen("inactive", seen));
  },
);

/** Asks the worker to read upstream's list now. */
export const syncNow = memberAction(
  "links:resolve",
  { schema: noFields },
  async ({ merchantId, merchant, paths }) => {
    await requestSyncNow(merchantId, merchant.mode);
    redirect(paths.inboxChecking);
  },
);
