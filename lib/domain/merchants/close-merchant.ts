import type { MerchantId } from "@/lib/core/merchant-id";
import { recordEvent } from "@/lib/domain/audit/record-event";
import type { Actor } from "@/lib/domain/audit/schema";
import { close } from "@/lib/domain/merchants/store";
import { withMerchant } from "@/lib/platform/db";

type Request = { merchantId: MerchantId; actor: Actor };

/** Disables the merchant: nobody can use it until an owner enables it again. */
export async function disableMerchant({ merchantId, actor }: Request): Promise<void> {
  await closeMerchant({ merchantId, actor }, false);
}

/** Deletes the merchant: it is disabled, and can be reopened for 30 days. */
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
