import type { MerchantId } from "@/lib/core/merchant-id";
import type { Phone } from "@/lib/core/phone";
import { fail, ok, type Result } from "@/lib/core/result";
import { recordEvent } from "@/lib/domain/audit/record-event";
import type { Actor } from "@/lib/domain/audit/schema";
import { countWithPhone, emptyCustomer } from "@/lib/domain/payment-links/notes/notes-store";
import { withMerchant } from "@/lib/platform/db";

export type CustomerFailure = { code: "customer_unknown" };

/** How many of the merchant's links have a customer with this number. */
export async function findCustomer(
  merchantId: MerchantId,
  phone: Phone,
): Promise<Result<{ links: number }, CustomerFailure>> {
  const links = await withMerchant(merchantId, (tx) => countWithPhone(tx, `+${phone.digits}`));
  return links > 0 ? ok({ links }) : fail({ code: "customer_unknown" });
}

/**
 * Empties the name, phone and reference in every link that has this number, as its customer may ask for. The log says
 * in how many, and never whose they were.
 */
export function removeCustomerEverywhere({
  merchantId,
  actor,
  phone,
}: {
  merchantId: MerchantId;
  actor: Actor;
  phone: Phone;
}): Promise<Result<{ links: number }, CustomerFailure>> {
  return withMerchant(merchantId, async (tx) => {
    const links = await emptyCustomer(tx, `+${phone.digits}`);
    if (links === 0) return fail({ code: "customer_unknown" });
    await recordEvent(tx, { actor, action: "customer.removed", details: { links: String(links) } });
    return ok({ links });
  });
}
