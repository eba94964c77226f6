import type { MerchantId } from "@/lib/core/merchant-id";
import { fail, ok, type Result } from "@/lib/core/result";
import { recordEvent } from "@/lib/domain/audit/record-event";
import type { Actor } from "@/lib/domain/audit/schema";
import { lockTemplate, retireTemplate } from "@/lib/domain/link-templates/store";
import { withMerchant } from "@/lib/platform/db";

type Request = { merchantId: MerchantId; actor: Actor };

/**
 * Removes a template. If it is already removed, nothing changes.
 * @param drawn the version that the person's page showed. A template that was changed later stays.
 */
export function removeTemplate({
  merchantId,
  actor,
  id,
  drawn,
}: Request & { id: string; drawn?: string }): Promise<Result<void, { code: "changed_since" }>> {
  return withMerchant(merchantId, async (tx) => {
    const template = await lockTemplate(tx, id);
    if (!template) return ok(undefined);
    if (drawn !== undefined && drawn !== String(template.version)) return fail({ code: "changed_since" });
    await retireTemplate(tx, id);
    const details = { name: template.name };
    await recordEvent(tx, { actor, action: "template.removed", targetId: id, details });
    return ok(undefined);
  });
}
