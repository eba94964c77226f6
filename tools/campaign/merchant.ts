import type { MerchantId } from "@/lib/core/merchant-id";
import { insertUser } from "@/lib/domain/accounts/store";
import { connectApiKey } from "@/lib/domain/api-keys/connect-api-key";
import type { Actor } from "@/lib/domain/audit/schema";
import { createMerchant } from "@/lib/domain/merchants/create-merchant";
import type { MerchantPlace } from "@/lib/domain/merchants/schema";
import { newMerchantId } from "@/lib/web/require-member";
import { openAccount, type TestAccount } from "@/tests/support/sandbox";

export type ConnectedMerchant = { merchantId: MerchantId; actor: Actor; slug: string; account: TestAccount };

/** A merchant with an owner and a sandbox key of its own, created by the use-cases and without pages. */
export async function connectedMerchant(sandboxUrl: string, name = "Café Luna"): Promise<ConnectedMerchant> {
  const userId = crypto.randomUUID();
  await insertUser({
    id: userId,
    email: `${userId}@example.com`,
    name: "Ana",
    passwordHash: "-",
    locale: "en",
  });
  const merchantId = newMerchantId();
  const actor: Actor = { userId, ip: null };
  const place: MerchantPlace = {
    defaultCurrency: "USD",
    timeZone: "America/Costa_Rica",
    customerLanguages: ["es"],
  };
  const slug = await createMerchant({ merchantId, actor, merchant: { name, ...place } });
  const account = await openAccount(sandboxUrl);
  const connected = await connectApiKey({ merchantId, actor, text: account.key });
  if (!connected.ok) throw new Error(`the key was not accepted: ${connected.code}`);
  return { merchantId, actor, slug, account };
}
