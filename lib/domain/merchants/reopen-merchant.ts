import type { MerchantId } from "@/lib/core/merchant-id";
import { recordEvent } from "@/lib/domain/audit/record-event";
import type { Actor } from "@/lib/domain/audit/schema";
import { graceCutOff } from "@/lib/domain/members/schema";
import { reopen } from "@/lib/domain/merchants/store";
import { withMerchant } from "@/lib/platform/db";

type Request = { merchantId: MerchantId; actor: Actor };

/** Enables a merchant that an owner has disabled or deleted. Answers whether that was possible. */
export function reopenMerchant({
  merchantId,
  actor,
  wasDeleted,
}: Request & { wasDeleted: boolean }): Promise<boolean> {
  return withMerchant(merchantId, async (tx) => {
    if (!(await reopen(tx, { deletedAfter: graceCutOff() }))) return false;
    const action = wasDeleted ? "merchant.restored" : "merchant.reopened";
    await recordEvent(tx, { actor, action });
    return true;
  });
}
