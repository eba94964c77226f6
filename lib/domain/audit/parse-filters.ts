import * as z from "zod";
import {
  afterFilter,
  areInOrder,
  choiceFilter,
  dayFilters,
  notInOrder,
  personFilter,
  type Query,
  readFilters,
  type Unreadable,
} from "@/lib/core/filters";
import type { Result } from "@/lib/core/result";
import { auditGroups } from "@/lib/domain/audit/schema";

export const auditFilters = z
  .object({
    group: choiceFilter(auditGroups),
    /** Who did it. */
    person: personFilter,
    ...dayFilters,
    after: afterFilter,
  })
  .refine(areInOrder, notInOrder);

/** The filters of the log, as they are in its address. */
export type AuditFilters = z.output<typeof auditFilters>;

export function parseAuditFilters(query: Query): Result<AuditFilters, Unreadable> {
  return readFilters(auditFilters, query);
}
