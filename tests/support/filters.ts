import type { Query } from "@/lib/core/filters";
import { type AuditFilters, parseAuditFilters } from "@/lib/domain/audit/parse-filters";
import { type HistoryFilters, parseHistoryFilters } from "@/lib/domain/payment-links/history/parse-filters";

/**
 * The filters of a query that can be read.
 * @throws when it cannot.
 */
export function readableHistory(query: Query): HistoryFilters {
  const read = parseHistoryFilters(query);
  if (!read.ok) throw new Error(JSON.stringify(read.issues));
  return read.value;
}

export function readableAudit(query: Query): AuditFilters {
  const read = parseAuditFilters(query);
  if (!read.ok) throw new Error(JSON.stringify(read.issues));
  return read.value;
}
