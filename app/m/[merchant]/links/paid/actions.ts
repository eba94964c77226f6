"use server";

import { redirect } from "next/navigation";
import * as z from "zod";
import { mostSelected } from "@/lib/domain/payment-links/history/parse-filters";
import { findPasted } from "@/lib/domain/payment-links/paid/find-pasted";
import { longestPasted } from "@/lib/domain/payment-links/paid/schema";
import { memberAction } from "@/lib/web/action";
import { text } from "@/lib/web/form-schema";

/** Finds the links that a pasted text names, and shows them before anything is marked. */
export const findPaid = memberAction(
  "links:mark-paid",
  {
    schema: z.object({ pasted: text }),
    longest: { pasted: longestPasted },
    tooLong: { pasted: "pasted_too_long" },
  },
  async ({ view, paths }, { pasted }) => {
    const { ids, marked, isMore } = await findPasted(view, { text: pasted, most: mostSelected });
    if (ids.length === 0) return { errors: { pasted: marked > 0 ? "pasted_all_marked" : "pasted_nothing" } };
    redirect(paths.selectedFound(ids.join(), { marked, isMore }));
  },
);
