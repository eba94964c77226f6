import { merchantPaths } from "@/lib/core/merchant-paths";
import type { KeyFacts } from "@/lib/domain/api-keys/health-store";
import { listOwners } from "@/lib/domain/members/list-owners";
import { findOpenMerchant } from "@/lib/domain/merchants/find-merchant";
import type { MerchantTx } from "@/lib/platform/db";
import { env } from "@/lib/platform/env";
import { isMailConfigured, requestMail } from "@/lib/platform/mail/request-mail";

/** After this time the email is not sent: owners will have seen the notice on every page. */
const usefulDays = 3;

/**
 * Emails each owner, in their language, that upstream refuses a key; sent after the caller's transaction commits. Keys
 * of the sandbox are not worth an email.
 */
export async function emailOwners(tx: MerchantTx, { mode, last4 }: KeyFacts): Promise<void> {
  if (mode === "sandbox" || !isMailConfigured()) return;
  const emailLayout = await findOpenMerchant(tx);
  if (!emailLayout) return;
  const emailContent = {
    template: "keyStopped",
    merchant: emailLayout.name,
    mode,
    last4,
    link: env().APP_URL + merchantPaths(emailLayout.slug).apiKeys,
    until: Date.now() + usefulDays * 24 * 3_600_000,
  } as const;
  for (const { email, locale } of await listOwners(tx)) {
    await requestMail(tx, { ...emailContent, to: email, locale });
  }
}
