import * as z from "zod";
import { parseDrawn } from "@/lib/core/merge-changes";
import { isUuid } from "@/lib/core/uuid";

/** Any text; the use-case checks it. */
export const text = z.string();

/** The id of a row, in a hidden field. With anything else there, the form is not ours, or from another release. */
export const rowId = z.string().refine(isUuid);

/** The same, or empty where the form may be about a row that does not exist yet. */
export const optionalRowId = z.union([z.literal("").transform(() => null), rowId]);

/** The values that an edit form showed when it was opened, to find out what was changed. */
export const drawn = z.string().transform(parseDrawn);

/** The form of a single button. */
export const noFields = z.object({});

/** The fields of a link's content as they are typed; `parseNewLink` and `parseTemplate` check them. */
export const linkContent = { amount: text, interpretation: text, currency: text, description: text };
