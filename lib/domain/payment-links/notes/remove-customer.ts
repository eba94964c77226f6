import type { MerchantId } from "@/lib/core/merchant-id";
import type { Phone } from "@/lib/core/phone";
import { fail, ok, type Result } from "@/lib/core/result";
import { recordEvent } from "@/lib/domain/audit/record-event";
import type { Actor } from "@/lib/domain/audit/schema";
import { emptyCustomer, listWithPhone } from "@/lib/domain/payment-links/notes/notes-store";
import {
  type CustomerRow,
  emptyCustomerRows,
  findCustomerRows,
} from "@/lib/domain/payment-links/notes/table-cells-store";
import { withMerchant } from "@/lib/platform/db";

export type CustomerFailure = { code: "customer_unknown" };

/** Where a customer is: in how many links, and in how many rows of tables that have no such link (any more). */
export type CustomerPlaces = { links: number; rows: number };

/** In how many places a customer with this number is. */
export async function findCustomer(
  merchantId: MerchantId,
  phone: Phone,
): Promise<Result<CustomerPlaces, CustomerFailure>> {
  return withMerchant(merchantId, async (tx) => {
    const ids = await listWithPhone(tx, toStored(phone));
    return toPlaces(ids, await findCustomerRows(tx, phone));
  });
}

/**
 * Empties the name, phone and reference in every link that has this number, as its customer may ask for, and in the
 * tables. The log says in how many, and never whose they were.
 */
export function removeCustomerEverywhere({
  merchantId,
  actor,
  phone,
}: {
  merchantId: MerchantId;
  actor: Actor;
  phone: Phone;
}): Promise<Result<CustomerPlaces, CustomerFailure>> {
  return withMerchant(merchantId, async (tx) => {
    const found = await findCustomerRows(tx, phone);
    await emptyCustomerRows(tx, found);
    const places = toPlaces(await emptyCustomer(tx, toStored(phone)), found);
    if (!places.ok) return places;
    const { links, rows } = places.value;
    const details = { links: String(links), ...(rows > 0 && { rows: String(rows) }) };
    await recordEvent(tx, { actor, action: "customer.removed", details });
    return places;
  });
}

function toStored({ digits }: Phone): string {
  return `+${digits}`;
}

function toPlaces(linkIds: readonly string[], found: readonly CustomerRow[]) {
  const ids = new Set(linkIds);
  const rows = found.filter(({ linkId }) => linkId === null || !ids.has(linkId)).length;
  return ids.size + rows > 0 ? ok({ links: ids.size, rows }) : fail({ code: "customer_unknown" as const });
}
