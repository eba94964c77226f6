import type { MerchantId } from "@/lib/core/merchant-id";
import { recordEvent } from "@/lib/domain/audit/record-event";
import type { Actor } from "@/lib/domain/audit/schema";
import { close } from "@/lib/domain/merchants/store";
import { withMerchant } from "@/lib/platform/db";

type Request = { merchantId: MerchantId; actor: Actor };

/** Turns the merchant off: from now on nobody works in it, and an owner can turn it on again. */
export async function disableMerchant({ merchantId, actor }: Request): Promise<void> {
  await closeMerchant({ merchantId, actor }, false);
}

/** The same, and after 30 days it cannot be had back. */
export async function deleteMerchant({ merchantId, actor }: Request): Promise<void> {
  await closeMerchant({ merchantId, actor }, true);
}

async function closeMerchant({ merchantId, actor }: Request, isDeleted: boolean): Promise<void> {
  await withMerchant(merchantId, async (tx) => {
    if (!(await close(tx, { closedById: actor.userId, isDeleted }))) return;
    await recordEvent(tx, {
      actor,
      action: isDeleted ? "merchant.deleted" : "merchant.closed",
    });
  });
}
