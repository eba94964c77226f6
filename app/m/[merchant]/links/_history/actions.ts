"use server";

import * as z from "zod";
import { toQuery } from "@/lib/core/filters";
import { parseHistoryFilters } from "@/lib/domain/payment-links/history/parse-filters";
import { createView } from "@/lib/domain/payment-links/saved-views/create-view";
import { removeView } from "@/lib/domain/payment-links/saved-views/remove-view";
import { memberAction } from "@/lib/web/action";
import { rowId, text } from "@/lib/web/form-schema";

/** Saves the search and the filters that the page showed, under a name. */
export const saveView = memberAction(
  "links:read",
  { schema: z.object({ viewName: text, query: text }), tooLong: { viewName: "view_name_too_long" } },
  async ({ merchantId, person }, { viewName, query }) => {
    const filters = parseHistoryFilters(toQuery(new URLSearchParams(query)));
    if (!filters.ok) return { errors: { form: "form_unreadable" } };
    const saved = await createView({ merchantId, userId: person.id, name: viewName, filters: filters.value });
    if (saved.ok) return { errors: {}, isDone: true };
    return { errors: { [saved.code.startsWith("view_name") ? "viewName" : "form"]: saved.code } };
  },
);

export const forgetView = memberAction(
  "links:read",
  { schema: z.object({ viewId: rowId }) },
  async ({ merchantId, person }, { viewId }) => {
    await removeView({ merchantId, userId: person.id, id: viewId });
    return { errors: {}, isDone: true };
  },
);
