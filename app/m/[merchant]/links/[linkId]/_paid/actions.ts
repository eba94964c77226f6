"use server";

import { redirect } from "next/navigation";
import * as z from "zod";
import { describePaid, undoPaid } from "@/lib/domain/payment-links/paid/change-paid";
import { markPaid } from "@/lib/domain/payment-links/paid/mark-paid";
import { paidForm, paidLengths } from "@/lib/domain/payment-links/paid/schema";
import { memberAction } from "@/lib/web/action";
import { rowId } from "@/lib/web/form-schema";

/** When the mark was made that the page showed. */
const at = z.iso.datetime().transform((text) => new Date(text));

export const markLinkPaid = memberAction(
  "links:mark-paid",
  { schema: z.object({ linkId: rowId }) },
  async ({ view, actor, paths }, { linkId }) => {
    await markPaid({ view, actor, ids: [linkId] });
    redirect(paths.linkAt(linkId, "paid"));
  },
);

export const undoLinkPaid = memberAction(
  "links:mark-paid",
  { schema: z.object({ linkId: rowId, at }) },
  async ({ view, actor, paths }, { linkId, at }) => {
    const undone = await undoPaid({ view, actor, ids: [linkId], at });
    if (!undone.ok) return { errors: { form: undone.code }, isChanged: true };
    redirect(paths.link(linkId));
  },
);

/** Saves the note and the reference of a mark. */
export const describeLinkPaid = memberAction(
  "links:mark-paid",
  {
    schema: z.object({ linkId: rowId, at, ...paidForm.shape }),
    longest: { note: 4 * paidLengths.note },
    tooLong: { note: "paid_note_too_long", reference: "paid_reference_too_long" },
  },
  async ({ view, actor, paths }, { linkId, at, note, reference }) => {
    const described = await describePaid({ view, actor, id: linkId, at, note, reference });
    if (!described.ok) return { errors: { form: described.code } };
    redirect(paths.linkSavedAt(linkId, String(Date.now())));
  },
);
