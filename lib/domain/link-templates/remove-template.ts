import type { MerchantId } from "@/lib/core/merchant-id";
import { recordEvent } from "@/lib/domain/audit/record-event";
import type { Actor } from "@/lib/domain/audit/schema";
import { findTemplate, retireTemplate } from "@/lib/domain/link-templates/store";
import { withMerchant } from "@/lib/platform/db";

type Request = { merchantId: MerchantId; actor: Actor };

/** Removes a template. If it is already removed, nothing changes. */
export function removeTemplate({ merchantId, actor, id }: Request & { id: string }): Promise<void> {
  return withMerchant(merchantId, async (tx) => {
    const template = await findTemplate(tx, id);
    if (!template || !(await retireTemplate(tx, id))) return;
    const details = { name: template.name };
    await recordEvent(tx, { actor, action: "template.removed", targetId: id, details });
  });
}
