import { z } from "zod";
import { modes } from "@/lib/core/mode";
import { linkStates } from "@/lib/domain/payment-links/schema";

const day = z.iso
  .date()
  .refine((text) => text >= "1900")
  .optional()
  .catch(undefined);
const id = z.uuid().optional().catch(undefined);

/** The filters of the history, as its address carries them. A value that makes no sense is no filter. */
const schema = z.object({
  q: z
    .string()
    .trim()
    .max(200)
    .transform((text) => text || undefined)
    .optional()
    .catch(undefined),
  mode: z.enum(modes).optional().catch(undefined),
  state: z.enum(linkStates).optional().catch(undefined),
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/)
    .optional()
    .catch(undefined),
  creator: id,
  /** Calendar days in the merchant's time zone, both included. */
  from: day,
  to: day,
  /** The id of the last link of the page before. */
  after: id,
});

export type HistoryFilters = z.output<typeof schema>;

export function parseHistoryFilters(query: Record<string, string | string[] | undefined>): HistoryFilters {
  return schema.parse(query);
}
