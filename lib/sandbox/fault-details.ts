import { z } from "zod";

/** How a fault is carried out. Each fault reads the settings that it has a use for. */
export const faultDetails = z.object({
  /** Milliseconds that it takes: before the answer, before the late commit, or between two bytes. */
  delayMs: z.coerce.number().int().min(0).max(3_600_000).optional(),
  /** Overrides whether the link is made although the caller is not told so. */
  commit: z.stringbool().or(z.boolean()).optional(),
  retryAfterSeconds: z.coerce.number().int().min(0).optional(),
  /** Where a redirect points. */
  location: z.url().optional(),
});
export type FaultDetails = z.output<typeof faultDetails>;
