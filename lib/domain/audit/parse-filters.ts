import { z } from "zod";
import { auditGroups } from "@/lib/domain/audit/schema";

const day = z.iso.date().optional().catch(undefined);
const id = z.uuid().optional().catch(undefined);

/** The filters of the log, as its address carries them. A value that makes no sense is no filter. */
const schema = z.object({
  group: z.enum(auditGroups).optional().catch(undefined),
  /** Who did it. */
  person: id,
  /** Calendar days in the merchant's time zone, both included. */
  from: day,
  to: day,
  /** The id of the last event of the page before. */
  after: id,
});

export type AuditFilters = z.output<typeof schema>;

export function parseAuditFilters(query: Record<string, string | string[] | undefined>): AuditFilters {
  return schema.parse(query);
}
