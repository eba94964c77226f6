"use server";

import { redirect } from "next/navigation";
import * as z from "zod";
import { addressWith } from "@/lib/core/address-with";
import { getQuery, typedFilters } from "@/lib/core/filters";
import { cancelLink, undoCancel } from "@/lib/domain/payment-links/cancel/cancel-link";
import { cancelReasons } from "@/lib/domain/payment-links/cancel/schema";
import { closeFilters } from "@/lib/domain/payment-links/close/schema";
import { undoPaid } from "@/lib/domain/payment-links/paid/change-paid";
import { markPaid } from "@/lib/domain/payment-links/paid/mark-paid";
import { memberAction } from "@/lib/web/action";
import { rowId, text } from "@/lib/web/form-schema";

/** `search` says which close is gone through. */
const place = { linkId: rowId, search: text };
/** When the mark was made that the page showed. */
const at = z.iso.datetime().transform((text) => new Date(text));

/** Marks a link as paid, and goes on to the next one. */
export const markAndGoOn = memberAction(
  "links:mark-paid",
  { schema: z.object(place) },
  async ({ view, actor, paths }, { linkId, search }) => {
    const { at } = await markPaid({ view, actor, ids: [linkId] });
    redirect(placeIn(paths.closeOpen, search, { after: linkId, marked: String(at.getTime()) }));
  },
);

/** Cancels a link, and goes on to the next one. */
export const cancelAndGoOn = memberAction(
  "links:cancel",
  { schema: z.object({ ...place, reason: z.enum(cancelReasons, "cancel_reason_missing") }) },
  async ({ view, actor, paths }, { linkId, search, reason }) => {
    const cancelled = await cancelLink({ view, actor, id: linkId, reason });
    if (!cancelled.ok) return { errors: { form: cancelled.code }, isChanged: true };
    redirect(placeIn(paths.closeOpen, search, { after: linkId, cancelled: "1" }));
  },
);

/** Undoes a mark, and goes back to its link. */
export const undoMarkAndGoBack = memberAction(
  "links:mark-paid",
  { schema: z.object({ ...place, at }) },
  async ({ view, actor, paths }, { linkId, search, at }) => {
    const undone = await undoPaid({ view, actor, ids: [linkId], at });
    if (!undone.ok) return { errors: { form: undone.code }, isChanged: true };
    redirect(placeIn(paths.closeOpen, search, { link: linkId }));
  },
);

/** Undoes a cancellation, and goes back to its link. */
export const undoCancelAndGoBack = memberAction(
  "links:cancel",
  { schema: z.object(place) },
  async ({ view, actor, paths }, { linkId, search }) => {
    const undone = await undoCancel({ view, actor, id: linkId });
    if (!undone.ok) return { errors: { form: undone.code }, isChanged: true };
    redirect(placeIn(paths.closeOpen, search, { link: linkId }));
  },
);

/** Only what says which close it is, is taken from the form, so that it leads nowhere else. */
function placeIn(path: string, search: string, at: Record<string, string>): string {
  const query = getQuery(`https://cobro.invalid/${search}`);
  return addressWith(path, { ...typedFilters(closeFilters, query), ...at });
}
