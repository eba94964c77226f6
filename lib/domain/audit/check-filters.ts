import type { Query, Unreadable } from "@/lib/core/filters";
import type { MerchantId } from "@/lib/core/merchant-id";
import { fail, type Result } from "@/lib/core/result";
import { type AuditFilters, parseAuditFilters } from "@/lib/domain/audit/parse-filters";
import { listPeople } from "@/lib/domain/audit/read-log";

/** Checks the filters in an address, also that the person is or was in the team. */
export async function checkAuditFilters(
  merchantId: MerchantId,
  query: Query,
): Promise<Result<AuditFilters, Unreadable>> {
  const read = parseAuditFilters(query);
  if (!read.ok || read.value.person === undefined) return read;
  const { person } = read.value;
  const isKnown = (await listPeople(merchantId)).some(({ userId }) => userId === person);
  return isKnown ? read : fail({ code: "unreadable", issues: [{ name: "person", code: "not_in_list" }] });
}
