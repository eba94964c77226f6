import type { KeyFacts } from "@/lib/api-keys/life-store";
import type { Tx } from "@/lib/db";
import { env } from "@/lib/env";
import { isMailConfigured, requestMail } from "@/lib/mail/request-mail";
import { ownersOf } from "@/lib/members/service";
import type { MerchantId } from "@/lib/merchant-id";
import { letterheadOf } from "@/lib/merchants/service";

/** By then they have seen the notice on every screen. */
const usefulDays = 3;

/**
 * Tells each owner in their language that upstream refuses a key, once what the caller's transaction notes is
 * committed. Of practice links nobody needs to be told by mail.
 */
export async function writeToOwners(
  tx: Tx,
  merchantId: MerchantId,
  { mode, last4 }: KeyFacts,
): Promise<void> {
  if (mode === "sandbox" || !isMailConfigured()) return;
  const letterhead = await letterheadOf(tx, merchantId);
  if (!letterhead) return;
  const letter = {
    template: "keyStopped",
    merchant: letterhead.name,
    mode,
    last4,
    link: `${env().APP_URL}/m/${letterhead.slug}/settings/api-keys`,
    until: Date.now() + usefulDays * 24 * 3_600_000,
  } as const;
  for (const { email, locale } of await ownersOf(tx, merchantId)) {
    await requestMail(tx, merchantId, { ...letter, to: email, locale });
  }
}
