"use server";

import { redirect } from "next/navigation";
import * as z from "zod";
import { mostSelected, readSelected } from "@/lib/domain/payment-links/history/parse-filters";
import { tagLinks } from "@/lib/domain/payment-links/notes/change-tags";
import { someTags } from "@/lib/domain/payment-links/notes/schema";
import { undoPaid } from "@/lib/domain/payment-links/paid/change-paid";
import { markPaid } from "@/lib/domain/payment-links/paid/mark-paid";
import { memberAction } from "@/lib/web/action";
import { rowId } from "@/lib/web/form-schema";

const chosen = z.string().transform(readSelected).pipe(z.array(rowId).max(mostSelected));
const longest = { links: 37 * mostSelected };

/** Adds tags to the links that were chosen. */
export const tagSelected = memberAction(
  "links:note",
  {
    schema: z.object({ links: chosen, tags: someTags }),
    longest,
    tooLong: { tags: "tags_too_many" },
  },
  async ({ view, actor, paths }, { links, tags }) => {
    const tagged = await tagLinks({ view, actor, ids: links, tags });
    if (!tagged.ok) return { errors: { tags: tagged.code } };
    redirect(paths.selectedSavedAt(links.join(), String(Date.now())));
  },
);

/** Marks the links that were chosen as paid. */
export const markSelected = memberAction(
  "links:mark-paid",
  { schema: z.object({ links: chosen }), longest },
  async ({ view, actor, paths }, { links }) => {
    redirect(paths.selectedPaidAt(links.join(), await markPaid({ view, actor, ids: links })));
  },
);

/** Takes back the marks that were made at one moment. */
export const undoSelected = memberAction(
  "links:mark-paid",
  {
    schema: z.object({ links: chosen, at: z.iso.datetime().transform((text) => new Date(text)) }),
    longest,
  },
  async ({ view, actor, paths }, { links, at }) => {
    const undone = await undoPaid({ view, actor, ids: links, at });
    if (!undone.ok) return { errors: { form: undone.code }, isChanged: true };
    redirect(paths.selectedFound(links.join(), { marked: 0, isMore: false }));
  },
);
