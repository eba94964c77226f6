"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { mostSelected, readSelected } from "@/lib/domain/payment-links/history/parse-filters";
import { tagLinks } from "@/lib/domain/payment-links/notes/change-tags";
import { someTags } from "@/lib/domain/payment-links/notes/schema";
import { memberAction } from "@/lib/web/action";
import { rowId } from "@/lib/web/form-schema";

/** Adds tags to the links that were chosen. */
export const tagSelected = memberAction(
  "links:note",
  {
    schema: z.object({
      links: z.string().transform(readSelected).pipe(z.array(rowId).max(mostSelected)),
      tags: someTags,
    }),
    longest: { links: 37 * mostSelected },
    tooLong: { tags: "tags_too_many" },
  },
  async ({ view, actor, paths }, { links, tags }) => {
    const tagged = await tagLinks({ view, actor, ids: links, tags });
    if (!tagged.ok) return { errors: { tags: tagged.code } };
    redirect(paths.selectedSavedAt(links.join(), String(Date.now())));
  },
);
