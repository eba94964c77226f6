import type { MerchantId } from "@/lib/core/merchant-id";
import { markEmailConfirmed } from "@/lib/domain/accounts/confirmation-store";
import { insertUser } from "@/lib/domain/accounts/store";
import type { Actor } from "@/lib/domain/audit/schema";
import { createMerchant } from "@/lib/domain/merchants/create-merchant";
import type { MerchantPlace } from "@/lib/domain/merchants/schema";
import { newMerchantId } from "@/lib/web/require-member";

/** The place of a merchant in tests where it does not matter. */
export const anyPlace: MerchantPlace = {
  defaultCurrency: "USD",
  timeZone: "UTC",
  customerLanguages: ["es", "en"],
};

export type TestMerchant = { merchantId: MerchantId; actor: Actor; slug: string };

/** A merchant with an owner, who has confirmed their address, and no key, created by the use-cases. */
export async function newMerchant(
  name = "Café Luna",
  timeZone = "America/Costa_Rica",
): Promise<TestMerchant> {
  const id = crypto.randomUUID();
  await insertUser({ id, email: `${id}@example.com`, name: "Ana Rojas", passwordHash: "-", locale: "en" });
  await markEmailConfirmed(id);
  const merchantId = newMerchantId();
  const actor: Actor = { userId: id, ip: "192.0.2.7" };
  const slug = await createMerchant({
    merchantId,
    actor,
    merchant: { ...anyPlace, name, timeZone },
  });
  return { merchantId, actor, slug };
}
