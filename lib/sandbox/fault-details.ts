import * as z from "zod";

/** The settings of faults. Each fault reads only those that it needs. */
export const faultDetails = z.object({
  /** Milliseconds: before the answer, before the late commit, or between two bytes. */
  delayMs: z.coerce.number().int().min(0).max(3_600_000).optional(),
  /** Overrides whether the link is created although the caller is not told. */
  commit: z.stringbool().or(z.boolean()).optional(),
  retryAfterSeconds: z.coerce.number().int().min(0).optional(),
  /** The target of a redirect. */
  location: z.url().optional(),
});
export type FaultDetails = z.output<typeof faultDetails>;
