import { z } from "zod";
import { parseDrawn } from "@/lib/core/merge-changes";
import { isUuid } from "@/lib/core/uuid";

/** Any text; what is wrong with it is for the use-case to say. */
export const text = z.string();

/** The id of a row, in a hidden field: a form that holds anything else was not made by us, or not by this version. */
export const rowId = z.string().refine(isUuid);

/** The same where the form may be about a row that is not there yet. */
export const optionalRowId = z.union([z.literal("").transform(() => null), rowId]);

/** What an edit form was drawn with, to tell what was changed in it. */
export const drawn = z.string().transform(parseDrawn);

/** A form that is one button. */
export const noFields = z.object({});

/** What a link is of, as it is typed; `parseNewLink` and `parseTemplate` say what is wrong with it. */
export const linkContent = { amount: text, interpretation: text, currency: text, description: text };
