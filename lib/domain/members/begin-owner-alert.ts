import { merchantPaths } from "@/lib/core/merchant-paths";
import { findMemberName, findMerchantName } from "@/lib/domain/members/alert-store";
import { listOwners } from "@/lib/domain/members/list-owners";
import type { MerchantTx } from "@/lib/platform/db";
import { env } from "@/lib/platform/env";
import { isMailConfigured, requestMail } from "@/lib/platform/mail/request-mail";
import type { OwnerAlert } from "@/lib/platform/mail/schema";

/** After this time the email is not sent: whatever happened can no longer be stopped. */
const usefulDays = 3;

type Change = Pick<OwnerAlert, "change" | "mode" | "last4"> & {
  /** Who did it; null for the operator of the portal. */
  byId: string | null;
  /** Whom it is about, if that is somebody else. */
  aboutId?: string;
};

/**
 * Prepares emails to everyone who is an owner now, so that somebody who is about to stop being one gets them too. The
 * function that it answers is called with what has changed. The emails are sent after the transaction commits.
 */
export async function beginOwnerAlert(tx: MerchantTx): Promise<(change: Change) => Promise<void>> {
  if (!isMailConfigured()) return () => Promise.resolve();
  const owners = await listOwners(tx);
  return async ({ byId, aboutId, ...change }) => {
    const merchant = await findMerchantName(tx);
    if (!merchant) return;
    const by = byId === null ? "" : await findMemberName(tx, byId);
    const about = aboutId === undefined ? by : await findMemberName(tx, aboutId);
    const content = {
      ...{ ...change, by, about, merchant: merchant.name },
      template: "ownerAlert",
      link: env().APP_URL + merchantPaths(merchant.slug).audit,
      until: Date.now() + usefulDays * 24 * 3_600_000,
    } as const;
    for (const { email, locale } of owners) await requestMail(tx, { ...content, to: email, locale });
  };
}
