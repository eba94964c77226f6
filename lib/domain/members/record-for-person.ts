import { recordEvent } from "@/lib/domain/audit/record-event";
import type { AuditAction } from "@/lib/domain/audit/schema";
import { beginOwnerAlert } from "@/lib/domain/members/begin-owner-alert";
import { listMemberships } from "@/lib/domain/members/find-membership";
import { mintMerchantId } from "@/lib/domain/members/mint-merchant-id";
import { withMerchant } from "@/lib/platform/db";
import type { OwnerChange } from "@/lib/platform/mail/schema";

/** The changes that owners are emailed about. */
const alerts: Partial<Record<AuditAction, OwnerChange>> = {
  "second_factor.passkey_added": "passkey_added",
  "second_factor.passkey_removed": "passkey_removed",
  "second_factor.app_added": "app_added",
  "second_factor.app_removed": "app_removed",
  "second_factor.reset": "second_factor_reset",
};

/**
 * Records how a person signs in, in the log of each merchant they belong to.
 * @param by null when it was somebody else: an operator, or whoever typed a wrong password.
 */
export async function recordForPerson(
  userId: string,
  action: Extract<AuditAction, `session.${string}` | `second_factor.${string}` | `identity.${string}`>,
  { by, ip, details = {} }: { by: "person" | null; ip: string | null; details?: Record<string, string> },
): Promise<void> {
  const actor = by === "person" ? { userId, ip } : null;
  for (const { merchant } of await listMemberships(userId)) {
    const merchantId = mintMerchantId(merchant.id);
    await withMerchant(merchantId, async (tx) => {
      await recordEvent(tx, { actor, ip, action, targetId: userId, details });
      const change = alerts[action];
      if (change) await (await beginOwnerAlert(tx))({ change, byId: actor && userId, aboutId: userId });
    });
  }
}
