import type { MerchantId } from "@/lib/core/merchant-id";
import { createMerchant } from "@/lib/domain/merchants/create-merchant";
import type { MerchantPlace, NewMerchant } from "@/lib/domain/merchants/schema";
import { findPersonByEmail } from "@/lib/domain/operator/store";

/** Creates a merchant for a person, who is its owner. The operator gets no access. Null when there is no such person. */
export async function openMerchant(
  merchantId: MerchantId,
  email: string,
  merchant: NewMerchant & MerchantPlace,
): Promise<string | null> {
  const person = await findPersonByEmail(email.trim().toLowerCase());
  if (!person) return null;
  const actor = { userId: person.id, ip: null };
  return createMerchant({ merchantId, actor, merchant, isByOperator: true });
}
