import type { MerchantId } from "@/lib/core/merchant-id";
import { type Mode, modes } from "@/lib/core/mode";
import { fail, ok, type Result } from "@/lib/core/result";
import { isUuid } from "@/lib/core/uuid";
import type { DrawnField, NotAsDrawn } from "@/lib/domain/payment-links/schema";
import { findIntent } from "@/lib/domain/payment-links/store";
import { withMerchant } from "@/lib/platform/db";

/**
 * The mode to create a link in: that of the page when its button was drawn, or null when the merchant's mode has
 * changed since. A form that was submitted before is answered with its link, whatever has changed.
 */
export async function drawnMode(
  { merchantId, mode: current }: { merchantId: MerchantId; mode: Mode },
  form: Record<DrawnField | "intentId", string>,
): Promise<Result<Mode, NotAsDrawn>> {
  const shown = modes.find((known) => known === form.mode);
  if (form.business !== merchantId) return fail({ code: "other_business", shown, current });
  if (!shown) return fail({ code: "mode_missing", shown, current });
  if (shown === current) return ok(shown);
  if (isUuid(form.intentId) && (await isIntentTaken(merchantId, form.intentId))) return ok(shown);
  return fail({ code: "mode_changed", shown, current });
}

/** Whether a form with this intent was submitted before. */
async function isIntentTaken(merchantId: MerchantId, intentId: string): Promise<boolean> {
  return (await withMerchant(merchantId, (tx) => findIntent(tx, intentId))) !== null;
}
